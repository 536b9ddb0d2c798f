package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/**
 * RSA signatures, computed by AWS-LC: exponentiation in constant time, with blinding. (The JDK blinds too, and its
 * {@code BigInteger} takes its time from the numbers.)
 */
abstract class AccpRsa extends AccpScheme {

    private final AccpSignature signature;
    private final String keyAlgorithm;

    AccpRsa(SchemeFacts facts, AccpSignature signature, String keyAlgorithm) {
        super(facts);
        this.signature = signature;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** Whether the modulus has room for the encoded hash, and the key's own restrictions allow this scheme. */
    abstract boolean carries(RSAPublicKey key);

    @Override
    public final Availability availability() {
        return signature.availability();
    }

    /**
     * Measured with keys of the JDK of 2048 bits: a signature takes 270 µs (785 if the key had to be taken over each
     * time) and its verification 26; with the JDK 720 to 900 and 26 to 43.
     */
    @Override
    public final int priority() {
        return 20;
    }

    @Override
    public final List<String> keyAlgorithms() {
        return List.of(keyAlgorithm);
    }

    @Override
    public final Optional<String> signatureAlgorithm() {
        return Optional.of(signature.algorithm());
    }

    @Override
    public final boolean fits(PublicKey key, ProtocolVersion version) {
        return key instanceof RSAPublicKey rsa && keyAlgorithm.equals(key.getAlgorithm()) && carries(rsa);
    }

    @Override
    public final byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        return signature.sign(key, content, random);
    }

    @Override
    public final boolean verify(PublicKey key, byte[] content, byte[] bytes) {
        return signature.verify(key, content, bytes);
    }
}
