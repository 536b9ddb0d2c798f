package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.ProtocolVersion;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.util.List;
import java.util.Optional;

/** ECDSA (RFC 8422 5.4, RFC 8446 4.2.3): what does not depend on who computes. */
abstract class EcdsaScheme extends DescribedScheme {

    private final EcdsaFacts facts;

    /** The same algorithm as the JCA knows it. */
    final JcaSignature jca;

    EcdsaScheme(EcdsaFacts facts) {
        super(facts.scheme());
        this.facts = facts;
        this.jca = JcaSignature.of(facts.jcaName());
    }

    /** The JCA's name of the hash. */
    final String digest() {
        return facts.digest();
    }

    /** Whether this implementation computes on a curve with these parameters. */
    abstract boolean supports(ECParameterSpec curve);

    /** Verifies a signature that is well formed. */
    abstract boolean verify(ECPublicKey key, byte[] content, byte[] bytes, EcdsaSignatureValue signature);

    @Override
    public final List<String> keyAlgorithms() {
        return List.of("EC");
    }

    @Override
    public final Optional<String> signatureAlgorithm() {
        return Optional.of(facts.jcaName());
    }

    @Override
    public final boolean fits(PublicKey key, ProtocolVersion version) {
        if (!(key instanceof ECPublicKey ec) || ec.getParams() == null) return false;
        Optional<PrimeCurve> only = version.atLeast(ProtocolVersion.TLS_1_3) ? facts.curve() : Optional.empty();
        return only.map(curve -> curve.has(ec.getParams())).orElseGet(() -> supports(ec.getParams()));
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        return jca.sign(key, content, random);
    }

    @Override
    public final boolean verify(PublicKey key, byte[] content, byte[] bytes) {
        if (!(key instanceof ECPublicKey ec) || ec.getParams() == null) return false;
        BigInteger order = ec.getParams().getOrder();
        return EcdsaSignatureValue.parse(bytes, order)
                .map(signature -> verify(ec, content, bytes, signature))
                .orElse(false);
    }
}
