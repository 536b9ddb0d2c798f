package dev.dovetail.tls.groups.brainpool;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * ECDSA over hashes; signatures are in DER, and whatever is not exactly that is none (RFC 3279 2.2.3).
 *
 * @param curve the curve
 */
record EcdsaSigning(CurveNumbers curve) {

    byte[] sign(ECPrivateKey key, byte[] hash, SecureRandom random) throws SignatureException {
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(key.getS(), curve.domain()), random));
        BigInteger[] numbers = signer.generateSignature(hash);
        try {
            return StandardDSAEncoding.INSTANCE.encode(curve.parameters().getN(), numbers[0], numbers[1]);
        } catch (IOException e) {
            throw new SignatureException("a signature can't be encoded", e);
        }
    }

    /** The point and the signature are the peer's: whatever is wrong with them is a wrong signature. */
    boolean verify(ECPublicKey key, byte[] hash, byte[] signature) {
        try {
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(
                    false,
                    new ECPublicKeyParameters(
                            curve.parameters()
                                    .getCurve()
                                    .validatePoint(
                                            key.getW().getAffineX(), key.getW().getAffineY()),
                            curve.domain()));
            BigInteger[] numbers =
                    StandardDSAEncoding.INSTANCE.decode(curve.parameters().getN(), signature);
            return verifier.verifySignature(hash, numbers[0], numbers[1]);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
