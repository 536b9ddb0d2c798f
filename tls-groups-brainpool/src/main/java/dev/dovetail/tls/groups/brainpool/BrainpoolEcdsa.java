package dev.dovetail.tls.groups.brainpool;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ECDSA on a Brainpool curve, for TLS 1.3 (RFC 8734 4). In TLS 1.2, where a scheme does not name a curve, the usual ECDSA
 * schemes sign with such keys; but also there it is these schemes that read the keys of certificates, for the JDK does not
 * know the curves.
 */
abstract class BrainpoolEcdsa implements SignatureScheme {

    private final EcdsaFacts facts;

    BrainpoolEcdsa(EcdsaFacts facts) {
        this.facts = facts;
    }

    @Override
    public final int code() {
        return facts.code();
    }

    @Override
    public final String name() {
        return facts.name();
    }

    @Override
    public final String implementation() {
        return BrainpoolCurve.IMPLEMENTATION;
    }

    @Override
    public final Availability availability() {
        return facts.curve().availability();
    }

    @Override
    public final Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    @Override
    public final String authentication() {
        return "ECDSA";
    }

    /** IANA says N. */
    @Override
    public final Set<Trait> traits() {
        return Set.of();
    }

    @Override
    public final int preference() {
        return facts.preference();
    }

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
        return version.equals(ProtocolVersion.TLS_1_3) && facts.curve().has(key);
    }

    @Override
    public final boolean signed(X509Certificate certificate) {
        return facts.certificateOid().equals(certificate.getSigAlgOID());
    }

    @Override
    public final byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        try {
            return key instanceof ECPrivateKey ec
                            && key.getFormat() != null
                            && facts.curve().has(key)
                    ? new EcdsaSigning(facts.curve().numbers()).sign(ec, hash(content), random)
                    : signWhereTheKeyIs(key, content, random);
        } catch (RuntimeException e) {
            throw new SignatureException(name() + ": the key can't be used", e);
        }
    }

    @Override
    public final boolean verify(PublicKey key, byte[] content, byte[] signature) {
        return key instanceof ECPublicKey ec
                && facts.curve().has(key)
                && new EcdsaSigning(facts.curve().numbers()).verify(ec, hash(content), signature);
    }

    @Override
    public final Optional<PublicKey> publicKey(byte[] info) {
        return CurveKeys.publicKey(facts.curve(), info);
    }

    @Override
    public final Optional<PrivateKey> privateKey(byte[] info) {
        return CurveKeys.privateKey(facts.curve(), info);
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }

    /** A key that does not show itself is used where it lives: its provider takes it. */
    private byte[] signWhereTheKeyIs(PrivateKey key, byte[] content, SecureRandom random)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(facts.jcaName());
        signature.initSign(key, random);
        signature.update(content);
        return signature.sign();
    }

    /** By the JDK, measured four times as fast as BouncyCastle's. */
    private byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance(facts.digest()).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + facts.digest(), e);
        }
    }
}
