package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECKey;
import java.util.List;
import java.util.Optional;

/** ed25519 over ACCP, without prehashing and without a context (RFC 8422 5.10, RFC 8446 4.2.3). */
@AutoService(SignatureScheme.class)
public final class AccpEd25519 extends AccpScheme {

    private static final String NAME = "Ed25519";

    /** RFC 8032 5.1.6. */
    private static final int LENGTH = 64;

    private final AccpSignature signature = AccpSignature.of(NAME, AccpKeys.AS_THEY_ARE);

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpEd25519() {
        super(SchemeFacts.ecdsa(0x0807, "ed25519", "1.3.101.112", 85));
    }

    @Override
    public Availability availability() {
        return signature.availability();
    }

    /**
     * Measured with keys of the JDK: 14 µs for a signature and 30 for its verification; with BouncyCastle 48 and 63,
     * with the JDK about 500 for either.
     */
    @Override
    public int priority() {
        return 20;
    }

    /** The JDK's keys on both curves have one name; others are called by the curve. */
    @Override
    public List<String> keyAlgorithms() {
        return List.of("EdDSA", NAME);
    }

    @Override
    public Optional<String> signatureAlgorithm() {
        return Optional.of(NAME);
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return onCurve(key);
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        return signature.sign(key, content, random);
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] bytes) {
        return bytes.length == LENGTH && onCurve(key) && signature.verify(key, content, bytes);
    }

    private static boolean onCurve(PublicKey key) {
        String curve = key instanceof EdECKey edwards ? edwards.getParams().getName() : key.getAlgorithm();
        return NAME.equalsIgnoreCase(curve);
    }
}
