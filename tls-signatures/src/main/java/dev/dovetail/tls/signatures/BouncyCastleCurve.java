package dev.dovetail.tls.signatures;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * A curve of BouncyCastle's, and ECDSA on it. It stands apart from the parts so that those can be asked, and say what is
 * missing, where there is no BouncyCastle.
 *
 * @param domain the curve
 */
record BouncyCastleCurve(ECDomainParameters domain) {

    // Only the custom ones have the field arithmetic that makes BouncyCastle fast.
    private static final Map<PrimeCurve, BouncyCastleCurve> COMMON = Map.of(
            PrimeCurve.SECP256R1, custom(PrimeCurve.SECP256R1),
            PrimeCurve.SECP384R1, custom(PrimeCurve.SECP384R1),
            PrimeCurve.SECP521R1, custom(PrimeCurve.SECP521R1));

    /** The curve with these parameters, if it has a name: numbers of a peer's own making are not computed with. */
    static Optional<BouncyCastleCurve> of(ECParameterSpec parameters) {
        Optional<PrimeCurve> common = PrimeCurve.of(parameters);
        return common.isPresent() ? common.map(COMMON::get) : search(parameters);
    }

    /**
     * Signs a hash.
     *
     * @throws RuntimeException if the scalar is none of this curve
     */
    EcdsaSignatureValue sign(BigInteger scalar, byte[] hash, SecureRandom random) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(scalar, domain), random));
        BigInteger[] numbers = signer.generateSignature(hash);
        return new EcdsaSignatureValue(numbers[0], numbers[1]);
    }

    /**
     * A public key.
     *
     * @throws RuntimeException if the point is not on this curve
     */
    ECPublicKeyParameters publicKey(ECPoint point) {
        return new ECPublicKeyParameters(domain.getCurve().createPoint(point.getAffineX(), point.getAffineY()), domain);
    }

    /** Verifies a signature on a hash. */
    static boolean verify(ECPublicKeyParameters key, byte[] hash, EcdsaSignatureValue signature) {
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(hash, signature.r(), signature.s());
    }

    private static Optional<BouncyCastleCurve> search(ECParameterSpec parameters) {
        if (!(parameters.getCurve().getField() instanceof ECFieldFp field)) return Optional.empty();
        for (String name : names()) {
            X9ECParameters curve = ECNamedCurveTable.getByName(name);
            if (curve.getCurve().getField().getCharacteristic().equals(field.getP()) && same(curve, parameters)) {
                return Optional.of(new BouncyCastleCurve(new ECDomainParameters(curve)));
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked") // An Enumeration of String since ever, without saying so.
    private static List<String> names() {
        return Collections.list(ECNamedCurveTable.getNames());
    }

    private static boolean same(X9ECParameters curve, ECParameterSpec parameters) {
        ECPoint generator = parameters.getGenerator();
        return curve.getCurve()
                        .getA()
                        .toBigInteger()
                        .equals(parameters.getCurve().getA())
                && curve.getCurve()
                        .getB()
                        .toBigInteger()
                        .equals(parameters.getCurve().getB())
                && curve.getG().getAffineXCoord().toBigInteger().equals(generator.getAffineX())
                && curve.getG().getAffineYCoord().toBigInteger().equals(generator.getAffineY())
                && curve.getN().equals(parameters.getOrder())
                && curve.getH().intValue() == parameters.getCofactor();
    }

    private static BouncyCastleCurve custom(PrimeCurve curve) {
        return new BouncyCastleCurve(new ECDomainParameters(CustomNamedCurves.getByName(curve.name())));
    }
}
