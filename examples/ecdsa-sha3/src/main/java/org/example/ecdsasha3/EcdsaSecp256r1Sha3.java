package org.example.ecdsasha3;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Set;

/** ECDSA on secp256r1 with SHA3-256; r and s stand side by side, 32 bytes each. */
@AutoService(SignatureScheme.class)
public final class EcdsaSecp256r1Sha3 implements SignatureScheme {

    private static final String ALGORITHM = "SHA3-256withECDSAinP1363Format";
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @Override
    public String name() {
        return "ecdsa_secp256r1_sha3_256";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int code() {
        return 0xfe03; // for private use: RFC 8446 4.2.3
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    }

    /** Suites of TLS 1.2 whose name says ECDSA. */
    @Override
    public String authentication() {
        return "ECDSA";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EXPERIMENTAL);
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().equals(ORDER);
    }

    /** Certificates have their own form of ECDSA. */
    @Override
    public boolean signed(X509Certificate certificate) {
        return false;
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
