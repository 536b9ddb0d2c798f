package dev.dovetail.tls.suites.sm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * sm2sig_sm3: SM2 signatures over SM3 (GB/T 32918.2-2016, RFC 8998 3.2.1). What is signed begins with a hash of the
 * signer's key and of an identifier, which in certificates is another than in handshakes.
 *
 * <p>Choice: certificates whose authority signed with an identifier of its own are refused. RFC 8998 3.2.1 knows of them,
 * and has nothing to find the identifier by.
 */
@AutoService(SignatureScheme.class)
public final class Sm2SigSm3 implements SignatureScheme {

    private static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";
    private static final Set<ProtocolVersion> VERSIONS = Set.of(ProtocolVersion.TLS_1_3);

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Sm2SigSm3() {}

    @Override
    public String name() {
        return "sm2sig_sm3";
    }

    @Override
    public String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public Availability availability() {
        return BouncyCastle.availability();
    }

    @Override
    public int code() {
        return 0x0708;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return VERSIONS;
    }

    /** A word of its own: no suite of TLS 1.2 has it (RFC 8998 3.1). */
    @Override
    public String authentication() {
        return "SM2";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of();
    }

    /** What curveSM2's keys call themselves. */
    @Override
    public List<String> keyAlgorithms() {
        return List.of("EC");
    }

    @Override
    public Optional<String> signatureAlgorithm() {
        return Optional.of("SM3withSM2");
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return Sm2Curve.has(key);
    }

    @Override
    public boolean signed(X509Certificate certificate) {
        return SM2_WITH_SM3.equals(certificate.getSigAlgOID());
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        return Sm2Signature.HANDSHAKE.sign(key, content, random);
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] signature) {
        return Sm2Signature.HANDSHAKE.verify(key, content, signature);
    }

    @Override
    public boolean verifyCertificate(PublicKey issuer, byte[] content, byte[] signature) {
        return Sm2Signature.CERTIFICATE.verify(issuer, content, signature);
    }

    @Override
    public Optional<PublicKey> publicKey(byte[] info) {
        return Sm2PublicKey.of(info).map(PublicKey.class::cast);
    }

    @Override
    public Optional<PrivateKey> privateKey(byte[] info) {
        return Sm2PrivateKey.of(info).map(PrivateKey.class::cast);
    }

    @Override
    public String toString() {
        return name() + " (" + implementation() + ")";
    }
}
