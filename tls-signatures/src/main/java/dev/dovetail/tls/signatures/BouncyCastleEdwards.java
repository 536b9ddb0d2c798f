package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * EdDSA over BouncyCastle's arithmetic of RFC 8032, on the raw bytes of keys. The public key is computed anew for each
 * signature: a wrong one beside the private key would give that away.
 */
abstract class BouncyCastleEdwards extends EdwardsScheme {

    private final byte[] prefix;

    BouncyCastleEdwards(EdwardsFacts facts) {
        super(facts);
        this.prefix = facts.prefix();
    }

    /** Signs into {@code signature}. */
    abstract void sign(byte[] privateKey, byte[] content, byte[] signature);

    /** Verifies; all lengths are right. */
    abstract boolean verify(byte[] signature, byte[] publicKey, byte[] content);

    @Override
    public final String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public final Availability availability() {
        return BouncyCastle.availability();
    }

    /** Measured 6 to 11 times as fast as the JDK's. */
    @Override
    public final int priority() {
        return 10;
    }

    @Override
    public final byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        Optional<byte[]> shown = key instanceof EdECPrivateKey edwards ? edwards.getBytes() : Optional.empty();
        // A key that does not show itself is used where it lives.
        if (shown.isEmpty()) return super.sign(key, content, random);
        byte[] bytes = shown.get();
        try {
            if (bytes.length != facts.keyLength())
                throw new InvalidKeyException(name() + ": the key's length is wrong");
            byte[] signature = new byte[2 * facts.keyLength()];
            sign(bytes, content, signature);
            return signature;
        } finally {
            // Ours: getBytes() answers a copy.
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    final boolean verified(PublicKey key, byte[] content, byte[] signature) {
        byte[] encoded = key.getEncoded();
        int length = prefix.length + facts.keyLength();
        if (encoded == null || encoded.length != length) return false;
        if (!Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length)) return false;
        return verify(signature, Arrays.copyOfRange(encoded, prefix.length, length), content);
    }
}
