package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/**
 * A curve of FIPS 186-4 over BouncyCastle's arithmetic. Choice: not over its JCA provider, which was measured slower for
 * what it converts; and both multiplications are those that it has for secret scalars, a quarter slower than the others.
 */
abstract class BouncyCastlePrimeGroup extends EllipticCurveGroup {

    BouncyCastlePrimeGroup(GroupFacts facts) {
        super(facts);
    }

    @Override
    public final String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public final Availability availability() {
        return BouncyCastle.availability();
    }

    /** Measured 2 to 5 times as fast as the JDK's. */
    @Override
    public final int priority() {
        return 10;
    }

    @Override
    public final Initiator generate(SecureRandom random) {
        BigInteger order = curve().getN();
        BigInteger scalar;
        do {
            scalar = BigIntegers.createRandomBigInteger(order.bitLength(), random);
        } while (scalar.signum() == 0 || scalar.compareTo(order) >= 0);
        return pair(scalar);
    }

    @Override
    public final boolean holds(PublicKey key) {
        return key instanceof ECPublicKey point && point.getParams() != null && same(curve(), point.getParams());
    }

    /** By all the numbers: another generator is another group (CVE-2020-0601). */
    private static boolean same(X9ECParameters own, ECParameterSpec key) {
        return key.getCurve().getField() instanceof ECFieldFp field
                && field.getP().equals(own.getCurve().getField().getCharacteristic())
                && key.getCurve().getA().equals(own.getCurve().getA().toBigInteger())
                && key.getCurve().getB().equals(own.getCurve().getB().toBigInteger())
                && key.getGenerator()
                        .getAffineX()
                        .equals(own.getG().getAffineXCoord().toBigInteger())
                && key.getGenerator()
                        .getAffineY()
                        .equals(own.getG().getAffineYCoord().toBigInteger())
                && key.getOrder().equals(own.getN())
                && key.getCofactor() == own.getH().intValue();
    }

    /** The pair of a private key from 1 to the order less 1. */
    final Initiator pair(BigInteger scalar) {
        ECPoint point = new FixedPointCombMultiplier().multiply(curve().getG(), scalar);
        return new Pair(scalar, point.getEncoded(false));
    }

    /** Only the custom ones have the field arithmetic that makes BouncyCastle fast; it makes each but once. */
    private X9ECParameters curve() {
        return CustomNamedCurves.getByName(facts.name());
    }

    private Secret agree(BigInteger scalar, byte[] share) throws IllegalShareException {
        ECPoint shared = ECAlgorithms.multiplySecret(point(share), scalar, curve().getN())
                .normalize();
        if (shared.isInfinity()) throw smallOrder();
        // RFC 8446 7.4.2: X as long as the field, leading zeros kept.
        return Secret.of(shared.getAffineXCoord().getEncoded());
    }

    private ECPoint point(byte[] share) throws IllegalShareException {
        refuseCompressed(share);
        try {
            // Checks that both coordinates are below p and on the curve; all its points but infinity have full order.
            return curve().getCurve().decodePoint(share);
        } catch (IllegalArgumentException e) {
            throw notOnCurve(e);
        }
    }

    /** A BigInteger can't be overwritten, only forgotten. */
    private final class Pair implements Initiator {
        private final byte[] share;
        private @Nullable BigInteger scalar;

        Pair(BigInteger scalar, byte[] share) {
            this.scalar = scalar;
            this.share = share;
        }

        @Override
        public byte[] share() {
            return share.clone();
        }

        @Override
        public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
            BigInteger own = scalar;
            if (own == null) throw closed();
            return agree(own, responderShare);
        }

        @Override
        public void close() {
            scalar = null;
        }
    }
}
