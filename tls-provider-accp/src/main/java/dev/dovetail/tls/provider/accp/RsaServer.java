package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Decrypts the premaster secret. A ciphertext that is wrong in whatever way leads to a random one, and to nothing else. */
final class RsaServer implements KeyExchange.Server {

    static final String TRANSFORMATION = "RSA/ECB/NoPadding";

    private final KeyExchange.ServerContext context;
    private final AccpKeys keys;
    private boolean closed;

    /** With the keys that the part has taken over. */
    RsaServer(KeyExchange.ServerContext context, AccpKeys keys) {
        this.context = context;
        this.keys = keys;
    }

    @Override
    public void writeParams(WireWriter out) {
        throw new IllegalStateException("RSA: there is no ServerKeyExchange");
    }

    /** EncryptedPreMasterSecret (RFC 5246 7.4.7.1). */
    @Override
    public Secret premaster(WireReader in) {
        if (closed) throw new IllegalStateException("RSA: this side is closed");
        byte[] encrypted = in.block("encrypted_pre_master_secret", 2, 0, 0xffff);
        PrivateKey key = context.privateKey()
                .orElseThrow(() -> Fault.CONFIGURATION.because("RSA key exchange without a private key"));
        int version = context.offeredVersion();
        // Before the decryption, so that making it tells nothing about the result.
        byte[] substitute = RsaClient.premaster(version, context.random());
        byte[] encoded = decrypt(key, encrypted);
        try {
            return Secret.of(EncodedPremaster.decode(encoded, version, substitute));
        } finally {
            Arrays.fill(encoded, (byte) 0);
            Arrays.fill(substitute, (byte) 0);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /**
     * The encoded message, as long as the modulus; zeros, which no padding has, where the ciphertext is none or the
     * provider fails. Length and value of a ciphertext are no secret; all the same, one that can't be decrypted costs a
     * decryption, so that what is wrong with a message does not show in the time that the answer takes.
     */
    private byte[] decrypt(PrivateKey key, byte[] encrypted) {
        int length = key instanceof RSAKey rsa ? (rsa.getModulus().bitLength() + 7) / 8 : encrypted.length;
        if (key instanceof RSAKey && length < EncodedPremaster.SHORTEST) {
            throw Fault.CONFIGURATION.because("RSA key exchange with a key of %d bytes", length);
        }
        byte[] encoded = new byte[Math.max(length, EncodedPremaster.SHORTEST)];
        boolean fits = fits(encrypted, encoded.length, key);
        byte[] raw = {};
        try (TakenKey taken = taken(key)) {
            Cipher cipher = cipher(taken, key);
            try {
                raw = cipher.doFinal(fits ? encrypted : another(encoded.length));
                // Some providers leave leading zeros out.
                if (fits) System.arraycopy(raw, 0, encoded, encoded.length - raw.length, raw.length);
            } catch (GeneralSecurityException | RuntimeException e) {
                // A device that has its own opinion: the handshake goes on all the same.
                Arrays.fill(encoded, (byte) 0);
            }
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
        return encoded;
    }

    /** RFC 8017 7.2.2 and 5.1.2: as long as the modulus, and below it. */
    private static boolean fits(byte[] encrypted, int length, PrivateKey key) {
        if (encrypted.length != length) return false;
        return !(key instanceof RSAKey rsa) || new BigInteger(1, encrypted).compareTo(rsa.getModulus()) < 0;
    }

    /** A number that any key decrypts: 2. */
    private static byte[] another(int length) {
        byte[] number = new byte[length];
        number[length - 1] = 2;
        return number;
    }

    private TakenKey taken(PrivateKey key) {
        try {
            return keys.take(key);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw unfit(e);
        }
    }

    /**
     * Decryption without padding. Choice: a key in a device, which can't come to ACCP, is used by the JCA where it
     * lives; a device that can only unpad by itself is refused, because what it reports about the padding can't be
     * taken back.
     */
    private Cipher cipher(TakenKey taken, PrivateKey key) {
        try {
            Cipher cipher = taken.key().isPresent()
                    ? Cipher.getInstance(TRANSFORMATION, Accp.provider())
                    : Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, taken.key().orElse(key), context.random());
            return cipher;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw unfit(e);
        }
    }

    private static TlsFault unfit(Exception cause) {
        return Fault.CONFIGURATION
                .because("no provider decrypts RSA without padding with this key: use an ECDHE suite")
                .causedBy(cause);
    }
}
