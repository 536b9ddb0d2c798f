package dev.dovetail.tls.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrimeCurveTest {

    private static Stream<PrimeCurve> all() {
        return Stream.of(PrimeCurve.SECP256R1, PrimeCurve.SECP384R1, PrimeCurve.SECP521R1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheCurveOfThatNameInTheJdk(PrimeCurve curve) throws GeneralSecurityException {
        ECParameterSpec parameters = parameters(curve.name());
        assertThat(curve.has(parameters)).isTrue();
        assertThat(PrimeCurve.of(parameters)).contains(curve);
    }

    /** CVE-2020-0601: whoever may choose the generator has a private key for every public one. */
    @Test
    void isAnotherCurveWithAnotherGenerator() throws GeneralSecurityException {
        ECParameterSpec good = parameters("secp256r1");
        ECPoint other = ((java.security.interfaces.ECPublicKey) Keys.secp256r1().getPublic()).getW();
        assertUnknown(new ECParameterSpec(good.getCurve(), other, good.getOrder(), 1));
        ECPoint mirrored = new ECPoint(
                good.getGenerator().getAffineX(),
                PrimeCurve.SECP256R1.p().subtract(good.getGenerator().getAffineY()));
        assertUnknown(new ECParameterSpec(good.getCurve(), mirrored, good.getOrder(), 1));
    }

    @Test
    void isAnotherCurveIfAnyNumberDiffers() throws GeneralSecurityException {
        ECParameterSpec good = parameters("secp256r1");
        EllipticCurve curve = good.getCurve();
        BigInteger one = BigInteger.ONE;
        EllipticCurve otherA = new EllipticCurve(curve.getField(), curve.getA().subtract(one), curve.getB());
        EllipticCurve otherB =
                new EllipticCurve(curve.getField(), curve.getA(), curve.getB().add(one));
        assertUnknown(new ECParameterSpec(otherA, good.getGenerator(), good.getOrder(), 1));
        assertUnknown(new ECParameterSpec(otherB, good.getGenerator(), good.getOrder(), 1));
        assertUnknown(
                new ECParameterSpec(curve, good.getGenerator(), good.getOrder().subtract(one), 1));
        assertUnknown(new ECParameterSpec(curve, good.getGenerator(), good.getOrder(), 2));
    }

    private static void assertUnknown(ECParameterSpec parameters) {
        assertThat(PrimeCurve.of(parameters)).isEmpty();
        assertThat(BouncyCastleCurve.of(parameters)).isEmpty();
    }

    private static ECParameterSpec parameters(String curve) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }
}
