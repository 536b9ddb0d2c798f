package dev.dovetail.tls.suites.rsa;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Decrypts the premaster secret. A ciphertext that is wrong in whatever way leads to a random one, and to nothing else. */
final class RsaServer implements KeyExchange.Server {

    private final KeyExchange.ServerContext context;
    private boolean closed;

    RsaServer(KeyExchange.ServerContext context) {
        this.context = context;
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

    /** The encoded message, as long as the modulus; zeros, which no padding has, where the provider fails. */
    private byte[] decrypt(PrivateKey key, byte[] encrypted) {
        int length = key instanceof RSAKey rsa ? (rsa.getModulus().bitLength() + 7) / 8 : encrypted.length;
        if (key instanceof RSAKey && length < EncodedPremaster.SHORTEST) {
            throw Fault.CONFIGURATION.because("RSA key exchange with a key of %d bytes", length);
        }
        byte[] encoded = new byte[Math.max(length, EncodedPremaster.SHORTEST)];
        Cipher cipher = cipher(key);
        // RFC 8017 7.2.2: as long as the modulus. Length and value of the ciphertext are no secret, so this may branch.
        if (encrypted.length != encoded.length) return encoded;
        byte[] raw = {};
        try {
            raw = cipher.doFinal(encrypted);
            // Some providers leave leading zeros out.
            System.arraycopy(raw, 0, encoded, encoded.length - raw.length, raw.length);
        } catch (GeneralSecurityException | RuntimeException e) {
            // A ciphertext above the modulus, or a device that has its own opinion: the handshake goes on all the same.
            Arrays.fill(encoded, (byte) 0);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
        return encoded;
    }

    /**
     * Decryption without padding, by whichever provider takes the key. Choice: a device that can only unpad by itself is
     * refused, because what it reports about the padding can't be taken back.
     */
    private Cipher cipher(PrivateKey key) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, context.random());
            return cipher;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw Fault.CONFIGURATION
                    .because("no provider decrypts RSA without padding with this key: use an ECDHE suite")
                    .causedBy(e);
        }
    }
}
