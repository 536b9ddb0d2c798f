package dev.dovetail.tls.signatures.mldsa;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ML-DSA of the content itself, not of its hash, with an empty context (draft-ietf-tls-mldsa 3.2).
 *
 * <p>Choice: keys are told apart by their encodings. Their classes differ by provider and JDK; a JDK without ML-DSA reads
 * certificates with such keys too, and has no name for them.
 */
abstract class MlDsaScheme implements SignatureScheme {

    final MlDsaFacts facts;
    private final List<byte[]> headers;

    MlDsaScheme(MlDsaFacts facts) {
        this.facts = facts;
        this.headers = List.of(facts.publicKeyHeader(), facts.publicKeyHeaderWithNull());
    }

    /** Verifies with a key and a signature of the right lengths. */
    abstract boolean verifyRaw(byte[] key, byte[] content, byte[] signature);

    /** Signs with a key that shows itself; {@code info} is its PKCS #8, which the caller wipes. */
    abstract byte[] sign(PrivateKey key, byte[] info, byte[] content, SecureRandom random)
            throws GeneralSecurityException;

    @Override
    public final int code() {
        return facts.code();
    }

    @Override
    public final String name() {
        return facts.name();
    }

    /** TLS 1.2 may not have it (draft-ietf-tls-mldsa 3.3). */
    @Override
    public final Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    /** No suite of TLS 1.2 asks for it. */
    @Override
    public final String authentication() {
        return "ML-DSA";
    }

    /** To be named: its use in TLS is a draft (draft-ietf-tls-mldsa), for which IANA is to say N. */
    @Override
    public final Set<Trait> traits() {
        return Set.of(Trait.EXPERIMENTAL);
    }

    @Override
    public final int preference() {
        return facts.preference();
    }

    @Override
    public final List<String> keyAlgorithms() {
        return List.of("ML-DSA", facts.algorithm());
    }

    @Override
    public final Optional<String> signatureAlgorithm() {
        return Optional.of(facts.algorithm());
    }

    @Override
    public final boolean fits(PublicKey key, ProtocolVersion version) {
        return version.atLeast(ProtocolVersion.TLS_1_3) && raw(key).isPresent();
    }

    @Override
    public final boolean signed(X509Certificate certificate) {
        return facts.oid().equals(certificate.getSigAlgOID());
    }

    @Override
    public final byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        byte[] info = key.getEncoded();
        try {
            return info == null ? signWhereTheKeyIs(key, content, random) : sign(key, info, content, random);
        } catch (RuntimeException e) {
            throw new SignatureException(name() + ": the key can't be used", e);
        } finally {
            if (info != null) Arrays.fill(info, (byte) 0);
        }
    }

    @Override
    public final boolean verify(PublicKey key, byte[] content, byte[] signature) {
        Optional<byte[]> raw = raw(key);
        return raw.isPresent()
                && signature.length == facts.signatureLength()
                && verifyRaw(raw.get(), content, signature);
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }

    /** By the JCA: for a key that does not show itself some provider may be there that uses it where it lives. */
    final byte[] signWhereTheKeyIs(PrivateKey key, byte[] content, SecureRandom random)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(facts.algorithm());
        signature.initSign(key, random);
        signature.update(content);
        return signature.sign();
    }

    private Optional<byte[]> raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) return Optional.empty();
        return headers.stream()
                .filter(header -> encoded.length == header.length + facts.keyLength())
                .filter(header -> Arrays.equals(header, 0, header.length, encoded, 0, header.length))
                .map(header -> Arrays.copyOfRange(encoded, header.length, encoded.length))
                .findFirst();
    }
}
