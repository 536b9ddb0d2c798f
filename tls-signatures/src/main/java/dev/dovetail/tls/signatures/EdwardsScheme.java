package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.ProtocolVersion;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECKey;
import java.util.List;
import java.util.Optional;

/** EdDSA without prehashing and without a context (RFC 8422 5.10, RFC 8446 4.2.3): what does not depend on who computes. */
abstract class EdwardsScheme extends DescribedScheme {

    final EdwardsFacts facts;

    /** The same algorithm as the JCA knows it. */
    final JcaSignature jca;

    EdwardsScheme(EdwardsFacts facts) {
        super(facts.scheme());
        this.facts = facts;
        this.jca = JcaSignature.of(facts.jcaName());
    }

    /** Verifies a signature of the right length with a key on the right curve. */
    abstract boolean verified(PublicKey key, byte[] content, byte[] signature);

    /** The JDK's keys on both curves have one name; others are called by the curve. */
    @Override
    public final List<String> keyAlgorithms() {
        return List.of("EdDSA", facts.jcaName());
    }

    @Override
    public final Optional<String> signatureAlgorithm() {
        return Optional.of(facts.jcaName());
    }

    @Override
    public final boolean fits(PublicKey key, ProtocolVersion version) {
        return onCurve(key);
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        return jca.sign(key, content, random);
    }

    @Override
    public final boolean verify(PublicKey key, byte[] content, byte[] signature) {
        return signature.length == 2 * facts.keyLength() && onCurve(key) && verified(key, content, signature);
    }

    /** The JDK's keys call their algorithm EdDSA and name the curve beside it; others call it by the curve. */
    final boolean onCurve(Key key) {
        String curve = key instanceof EdECKey edwards ? edwards.getParams().getName() : key.getAlgorithm();
        return facts.jcaName().equalsIgnoreCase(curve);
    }
}
