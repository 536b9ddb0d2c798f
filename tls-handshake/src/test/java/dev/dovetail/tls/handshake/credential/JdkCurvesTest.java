package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JdkCurvesTest {

    private static final ECParameterSpec P256 = p256();

    @Test
    void knowsTheCurvesOfTheJdk() {
        assertThat(new JdkCurves().compute(new Key(P256, P256.getGenerator()))).isTrue();
    }

    @Test
    void asksAboutTheCurveAndNotAboutSomebodysKey() {
        ECPoint besideTheCurve = new ECPoint(BigInteger.TWO, BigInteger.TWO);

        assertThat(new JdkCurves().compute(new Key(P256, besideTheCurve))).isTrue();
    }

    @Test
    void doesNotComputeOnACurveOfNobodys() {
        assertThat(new JdkCurves().compute(new Key(moved(1), P256.getGenerator())))
                .isFalse();
    }

    @Test
    void keysWithoutACurveAreNoneOfTheJdks() {
        assertThat(new JdkCurves().compute(new Key(null, P256.getGenerator()))).isFalse();
    }

    @Test
    void asksOnceForACurveWhoseParametersAreManyObjects() {
        AtomicInteger asked = new AtomicInteger();
        JdkCurves curves = new JdkCurves(curve -> asked.incrementAndGet() > 0);

        for (int i = 0; i < 10; i++) {
            assertThat(curves.compute(new Key(moved(0), P256.getGenerator()))).isTrue();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void forgetsTheCurvesThatWereAskedForLongestAgo() {
        AtomicInteger asked = new AtomicInteger();
        JdkCurves curves = new JdkCurves(curve -> asked.incrementAndGet() > 0);
        int many = 1000;

        for (int i = 0; i < many; i++) curves.compute(new Key(moved(i), P256.getGenerator()));
        curves.compute(new Key(moved(many - 1), P256.getGenerator()));
        assertThat(asked).hasValue(many);
        curves.compute(new Key(moved(0), P256.getGenerator()));
        assertThat(asked).hasValue(many + 1);
    }

    @Test
    void remembersThatACurveIsNotSupported() {
        AtomicInteger asked = new AtomicInteger();
        JdkCurves curves = new JdkCurves(curve -> {
            asked.incrementAndGet();
            throw new SignatureException("no such curve");
        });

        for (int i = 0; i < 2; i++) {
            assertThat(curves.compute(new Key(P256, P256.getGenerator()))).isFalse();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainWhereAProviderBrokeDown() {
        AtomicInteger asked = new AtomicInteger();
        JdkCurves curves = new JdkCurves(curve -> {
            if (asked.incrementAndGet() == 1) throw new IllegalStateException("a bad moment");
            return true;
        });

        assertThat(curves.compute(new Key(P256, P256.getGenerator()))).isFalse();
        assertThat(curves.compute(new Key(P256, P256.getGenerator()))).isTrue();
    }

    /** P-256 as a new object, with another number for its order. */
    private static ECParameterSpec moved(int by) {
        return new ECParameterSpec(
                P256.getCurve(), P256.getGenerator(), P256.getOrder().add(BigInteger.valueOf(by)), P256.getCofactor());
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has this curve", e);
        }
    }

    private record Key(ECParameterSpec getParams, ECPoint getW) implements ECPublicKey {

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
