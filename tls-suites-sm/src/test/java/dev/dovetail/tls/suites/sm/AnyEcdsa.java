package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Set;

/** ECDSA as the JDK has it: this module's class path has no plug-in for it. */
class AnyEcdsa implements SignatureScheme {

    private static final String ALGORITHM = "SHA256withECDSA";

    @Override
    public String name() {
        return "ecdsa_secp256r1_sha256";
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public int code() {
        return 0x0403;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    @Override
    public String authentication() {
        return "ECDSA";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of();
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return key.getAlgorithm().equals("EC");
    }

    @Override
    public boolean signed(X509Certificate certificate) {
        return certificate.getSigAlgName().equals(ALGORITHM);
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key, random);
        signature.update(content);
        return signature.sign();
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
