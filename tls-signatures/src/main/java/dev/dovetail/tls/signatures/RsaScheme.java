package dev.dovetail.tls.signatures;

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
 * RSA signatures. Choice: the JCA alone, whose modular exponentiation is an intrinsic: measured as fast as BouncyCastle
 * or faster.
 */
abstract class RsaScheme extends DescribedScheme {

    private final JcaSignature signature;
    private final String keyAlgorithm;

    RsaScheme(SchemeFacts facts, JcaSignature signature, String keyAlgorithm) {
        super(facts);
        this.signature = signature;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** Whether the modulus has room for the encoded hash, and the key's own restrictions allow this scheme. */
    abstract boolean carries(RSAPublicKey key);

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Availability availability() {
        return signature.availability();
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
