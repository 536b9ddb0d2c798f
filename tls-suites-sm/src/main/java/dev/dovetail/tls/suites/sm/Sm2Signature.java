package dev.dovetail.tls.suites.sm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * SM2 signatures under one identifier, as the DER sequence of their two numbers.
 *
 * @param identifier in ASCII (RFC 8998 3.2.1)
 */
record Sm2Signature(String identifier) {

    static final Sm2Signature HANDSHAKE = new Sm2Signature("TLSv1.3+GM+Cipher+Suite");
    static final Sm2Signature CERTIFICATE = new Sm2Signature("1234567812345678");

    byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        // Choice: only keys that show themselves. No name of the JCA's stands for SM2 with an identifier, so there is
        // nothing to ask the provider of a device for.
        if (!(key instanceof ECPrivateKey own) || !Sm2Curve.has(own.getParams())) {
            throw new InvalidKeyException("sm2sig_sm3 needs a key on curveSM2, not one of " + key.getAlgorithm());
        }
        try {
            if (!Sm2Curve.isPrivate(own.getS())) throw new InvalidKeyException("the SM2 key is out of range");
            SM2Signer signer = new SM2Signer();
            ECPrivateKeyParameters parameters = new ECPrivateKeyParameters(own.getS(), Sm2Curve.DOMAIN);
            signer.init(true, new ParametersWithID(new ParametersWithRandom(parameters, random), id()));
            signer.update(content, 0, content.length);
            return signer.generateSignature();
        } catch (CryptoException | RuntimeException e) {
            throw new SignatureException("sm2sig_sm3: the key can't be used", e);
        }
    }

    /** Key and signature are the peer's: what BouncyCastle dislikes about them is a wrong signature. */
    boolean verify(PublicKey key, byte[] content, byte[] signature) {
        if (!(key instanceof ECPublicKey peers) || !Sm2Curve.has(peers)) return false;
        try {
            ECPoint point = peers.getW();
            SM2Signer verifier = new SM2Signer();
            ECPublicKeyParameters parameters = new ECPublicKeyParameters(
                    Sm2Curve.DOMAIN.getCurve().validatePoint(point.getAffineX(), point.getAffineY()), Sm2Curve.DOMAIN);
            verifier.init(false, new ParametersWithID(parameters, id()));
            verifier.update(content, 0, content.length);
            return verifier.verifySignature(signature);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private byte[] id() {
        return identifier.getBytes(StandardCharsets.US_ASCII);
    }
}
