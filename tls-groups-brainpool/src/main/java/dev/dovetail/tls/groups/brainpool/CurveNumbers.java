package dev.dovetail.tls.groups.brainpool;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * A curve with BouncyCastle's arithmetic, which makes each but once. Both multiplications are those that BouncyCastle has
 * for secret scalars.
 *
 * @param parameters of a curve of prime order and cofactor 1, so that each of its points but infinity is good
 */
record CurveNumbers(X9ECParameters parameters) {

    static CurveNumbers named(String curve) {
        return new CurveNumbers(TeleTrusTNamedCurves.getByName(curve));
    }

    ECDomainParameters domain() {
        return new ECDomainParameters(parameters);
    }

    /** A private key, evenly from 1 to the order less 1. */
    BigInteger scalar(SecureRandom random) {
        BigInteger order = parameters.getN();
        BigInteger scalar;
        do {
            scalar = BigIntegers.createRandomBigInteger(order.bitLength(), random);
        } while (scalar.signum() == 0 || scalar.compareTo(order) >= 0);
        return scalar;
    }

    /** The public key of a private one: 4, X and Y. */
    byte[] share(BigInteger scalar) {
        return new FixedPointCombMultiplier()
                .multiply(parameters.getG(), scalar)
                .getEncoded(false);
    }

    /** The point of an encoding; empty if a coordinate is not below the field's prime or the point is off the curve. */
    Optional<ECPoint> point(byte[] encoded) {
        try {
            return Optional.of(parameters.getCurve().decodePoint(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RFC 8446 7.4.2, RFC 8422 5.10: X as long as the field, leading zeros kept. */
    byte[] agree(BigInteger scalar, ECPoint point) {
        ECPoint shared =
                ECAlgorithms.multiplySecret(point, scalar, parameters.getN()).normalize();
        return shared.getAffineXCoord().getEncoded();
    }

    /** By all the numbers: another generator is another group (CVE-2020-0601). */
    boolean are(ECParameterSpec key) {
        return key.getCurve().getField() instanceof ECFieldFp field
                && field.getP().equals(parameters.getCurve().getField().getCharacteristic())
                && key.getCurve().getA().equals(parameters.getCurve().getA().toBigInteger())
                && key.getCurve().getB().equals(parameters.getCurve().getB().toBigInteger())
                && key.getGenerator()
                        .getAffineX()
                        .equals(parameters.getG().getAffineXCoord().toBigInteger())
                && key.getGenerator()
                        .getAffineY()
                        .equals(parameters.getG().getAffineYCoord().toBigInteger())
                && key.getOrder().equals(parameters.getN())
                && key.getCofactor() == parameters.getH().intValue();
    }
}
