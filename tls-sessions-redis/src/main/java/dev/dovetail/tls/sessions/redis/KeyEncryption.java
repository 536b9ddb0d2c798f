package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.session.TicketKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ticket keys as they lie in Redis: sealed with AES-256-GCM under a key encryption key. Name, times and the place in
 * Redis are authenticated, so a key can't be moved, renamed or made to live longer.
 *
 * <pre>
 * version (1) | id of the key encryption key (8) | name (16) | seals from, seals until, opens until (8 each, ms)
 * | nonce (12) | key (32) | tag (16)
 * </pre>
 */
final class KeyEncryption implements AutoCloseable {

    /** Bytes of a key encryption key. */
    static final int LENGTH = 32;

    private static final byte VERSION = 1;
    private static final int ID_LENGTH = 8;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;
    private static final int HEAD_LENGTH = 1 + ID_LENGTH + TicketKey.NAME_LENGTH + 3 * Long.BYTES;
    private static final int TOTAL_LENGTH = HEAD_LENGTH + NONCE_LENGTH + TicketKey.LENGTH + TAG_LENGTH;

    private record Named(byte[] id, Secret key) {}

    // The first one seals; each opens.
    private final List<Named> keys = new ArrayList<>();
    private final SecureRandom random;

    /** Takes the secrets over. */
    KeyEncryption(List<Secret> secrets, SecureRandom random) {
        this.random = random;
        if (secrets.stream().anyMatch(secret -> secret.length() != LENGTH)) {
            secrets.forEach(Secret::close);
            throw new IllegalArgumentException("a key encryption key has 32 random bytes");
        }
        for (Secret secret : secrets) keys.add(new Named(secret.with(KeyEncryption::id), secret));
    }

    /** The key, sealed for its place. */
    synchronized byte[] seal(TicketKey key, byte[] place) {
        Named sealing = keys.get(0);
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        ByteBuffer sealed = ByteBuffer.allocate(TOTAL_LENGTH);
        sealed.put(VERSION).put(sealing.id()).put(key.name());
        sealed.putLong(key.sealsFrom().toEpochMilli());
        sealed.putLong(key.sealsUntil().toEpochMilli());
        sealed.putLong(key.opensUntil().toEpochMilli());
        byte[] head = Arrays.copyOf(sealed.array(), HEAD_LENGTH);
        sealed.put(nonce);
        Optional<byte[]> text = key.key().with(bytes -> crypt(Cipher.ENCRYPT_MODE, sealing, nonce, head, place, bytes));
        sealed.put(text.orElseThrow());
        return sealed.array();
    }

    /** The key, or nothing if it is not for this place, or sealed under a key that is not here. */
    synchronized Optional<TicketKey> open(byte[] sealed, byte[] place) {
        if (sealed.length != TOTAL_LENGTH || sealed[0] != VERSION) return Optional.empty();
        ByteBuffer in = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] id = next(in, ID_LENGTH);
        byte[] name = next(in, TicketKey.NAME_LENGTH);
        Instant from = Instant.ofEpochMilli(in.getLong());
        Instant until = Instant.ofEpochMilli(in.getLong());
        Instant opens = Instant.ofEpochMilli(in.getLong());
        byte[] head = Arrays.copyOf(sealed, HEAD_LENGTH);
        byte[] nonce = next(in, NONCE_LENGTH);
        byte[] text = next(in, in.remaining());
        return keys.stream()
                .filter(key -> Arrays.equals(key.id(), id))
                .flatMap(key -> crypt(Cipher.DECRYPT_MODE, key, nonce, head, place, text).stream())
                .findFirst()
                .map(bytes -> TicketKey.of(name, Secret.of(bytes), from, until, opens));
    }

    @Override
    public synchronized void close() {
        keys.forEach(key -> key.key().close());
    }

    private static Optional<byte[]> crypt(int mode, Named key, byte[] nonce, byte[] head, byte[] place, byte[] text) {
        return key.key().with(bytes -> {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(8 * TAG_LENGTH, nonce));
                cipher.updateAAD(head);
                cipher.updateAAD(place);
                return Optional.of(cipher.doFinal(text));
            } catch (AEADBadTagException e) {
                return Optional.empty();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("each JDK has AES-GCM", e);
            }
        });
    }

    // Tells keys apart without telling anything about them.
    private static byte[] id(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] whole = mac.doFinal("dovetail key encryption key".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(whole, ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK has HMAC-SHA-256", e);
        }
    }

    private static byte[] next(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
