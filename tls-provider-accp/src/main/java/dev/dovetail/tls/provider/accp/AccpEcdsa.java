package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;

/**
 * ECDSA (RFC 8422 5.4, RFC 8446 4.2.3), computed by AWS-LC. Nonces are drawn by its own generator, and {@code random}
 * is not asked; the scalar of a nonce is multiplied and inverted in constant time.
 */
abstract class AccpEcdsa extends AccpScheme {

    private final PrimeCurve curve;
    private final AccpSignature signature;

    /** With the only curve in TLS 1.3, and the JCA's name of the signature. */
    AccpEcdsa(SchemeFacts facts, PrimeCurve curve, String jcaName) {
        super(facts);
        this.curve = curve;
        this.signature = AccpSignature.of(jcaName, TakenKeys.EC);
    }

    @Override
    public final Availability availability() {
        return signature.availability();
    }

    /**
     * Measured with keys of the JDK: on P-256 a signature takes 14 µs (some 40 more if the key had to be taken over
     * each time) and its verification 43; with BouncyCastle 63 and 65, with the JDK 114 and 371 (JDK 25).
     */
    @Override
    public final int priority() {
        return 20;
    }

    @Override
    public final List<String> keyAlgorithms() {
        return List.of("EC");
    }

    @Override
    public final Optional<String> signatureAlgorithm() {
        return Optional.of(signature.algorithm());
    }

    /**
     * TLS 1.2 does not tie the scheme to a curve, but ACCP has these three and no other. Who wants Brainpool
     * certificates in TLS 1.2 says {@code prefer(name, "BouncyCastle")}.
     */
    @Override
    public final boolean fits(PublicKey key, ProtocolVersion version) {
        if (!(key instanceof ECPublicKey ec) || ec.getParams() == null) return false;
        return version.atLeast(ProtocolVersion.TLS_1_3)
                ? curve.has(ec.getParams())
                : PrimeCurve.of(ec.getParams()).isPresent();
    }

    @Override
    public final byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        return signature.sign(key, content, random);
    }

    @Override
    public final boolean verify(PublicKey key, byte[] content, byte[] bytes) {
        if (!(key instanceof ECPublicKey ec) || ec.getParams() == null) return false;
        return PrimeCurve.of(ec.getParams())
                        .flatMap(known -> EcdsaSignatureValue.parse(bytes, known.order()))
                        .isPresent()
                && signature.verify(key, content, bytes);
    }
}
