package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECPublicKey;
import java.util.OptionalInt;
import java.util.Set;

/** Ed25519 of a word in front of the content, so that it is no Ed25519. */
@AutoService(SignatureScheme.class)
public final class SampleSignature implements SignatureScheme {

    private static final byte[] WORD = "a sample of a signature".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "sample_ed25519";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int code() {
        return 0xfe01;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    }

    @Override
    public String authentication() {
        return SampleSuites.SAMPLE.name();
    }

    /** Of the numbers for private use. */
    @Override
    public OptionalInt clientCertificateType() {
        return OptionalInt.of(0xe1);
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EXPERIMENTAL);
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519");
    }

    /** No certificate is signed with it: there is no identifier for it. */
    @Override
    public boolean signed(X509Certificate certificate) {
        return false;
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key, random);
        signature.update(WORD);
        signature.update(content);
        return signature.sign();
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] signature) {
        // The JDK overlooks bytes behind a signature.
        if (signature.length != 64) return false;
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(WORD);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
