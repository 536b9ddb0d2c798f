package dev.dovetail.tls.testkit.neutral;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECPublicKey;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The JDK's Ed25519 under another name and a number for private use.
 *
 * @param authentication which suites of TLS 1.2 it serves
 */
public record NeutralScheme(String authentication) implements SignatureScheme {

    private static final String ALGORITHM = "Ed25519";
    private static final String OID = "1.3.101.112"; // RFC 8410 3

    /** For suites of the kit's own. */
    public NeutralScheme() {
        this("KIT");
    }

    @Override
    public String name() {
        return "kit_scheme";
    }

    @Override
    public String implementation() {
        return "testkit";
    }

    /** For private use (RFC 8446 4.2.3). */
    @Override
    public int code() {
        return 0xfe70;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    }

    @Override
    public OptionalInt clientCertificateType() {
        return OptionalInt.of(0xe0); // RFC 5246 12: for private use
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EXPERIMENTAL);
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return key instanceof EdECPublicKey ed && ed.getParams().getName().equals(ALGORITHM);
    }

    @Override
    public boolean signed(X509Certificate certificate) {
        return certificate.getSigAlgOID().equals(OID);
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key, random);
        signature.update(content);
        return signature.sign();
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] signature) {
        // The JDK overlooks bytes behind a signature.
        if (signature.length != 64) return false;
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
