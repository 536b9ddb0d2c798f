package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.handshake.session.TicketKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes under a ticket key with AES-256-GCM of the JDK: the key's name, a random nonce, the ciphertext with its tag
 * (RFC 5077 4, with a cipher of today). What it is for is sealed in, so that a ticket is no entry of a store.
 */
final class TicketSeal {

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    /** The least that sealed bytes can have. */
    static final int SHORTEST = TicketKey.NAME_LENGTH + NONCE_LENGTH + TAG_BITS / 8;

    private TicketSeal() {}

    /** Seals. What it is for stands for a domain: {@code ticket}, or the name of an entry. */
    static byte[] seal(TicketKey key, byte[] purpose, byte[] plaintext, SecureRandom random) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose);
            int start = TicketKey.NAME_LENGTH + NONCE_LENGTH;
            byte[] sealed = Arrays.copyOf(key.name(), start + cipher.getOutputSize(plaintext.length));
            System.arraycopy(nonce, 0, sealed, TicketKey.NAME_LENGTH, NONCE_LENGTH);
            cipher.doFinal(plaintext, 0, plaintext.length, sealed, start);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES-256-GCM", e);
        }
    }

    /** Opens; empty if anything was changed. */
    static Optional<byte[]> open(TicketKey key, byte[] purpose, byte[] sealed) {
        if (sealed.length < SHORTEST) return Optional.empty();
        int start = TicketKey.NAME_LENGTH + NONCE_LENGTH;
        byte[] nonce = Arrays.copyOfRange(sealed, TicketKey.NAME_LENGTH, start);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, purpose);
            return Optional.of(cipher.doFinal(sealed, start, sealed.length - start));
        } catch (GeneralSecurityException forged) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, TicketKey key, byte[] nonce, byte[] purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec bytes = key.key().with(secret -> new SecretKeySpec(secret, "AES"));
        cipher.init(mode, bytes, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD("dovetail session ".getBytes(StandardCharsets.US_ASCII));
        cipher.updateAAD(purpose);
        cipher.updateAAD(key.name());
        return cipher;
    }
}
