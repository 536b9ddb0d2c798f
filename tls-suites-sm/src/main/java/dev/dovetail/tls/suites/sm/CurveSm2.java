package dev.dovetail.tls.suites.sm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Set;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/**
 * Diffie-Hellman on curveSM2 as TLS 1.3 does it on any curve (RFC 8998 3.4): SM2's own key exchange protocol is not used.
 */
@AutoService(NamedGroup.class)
public final class CurveSm2 implements NamedGroup {

    private static final Set<ProtocolVersion> VERSIONS = Set.of(ProtocolVersion.TLS_1_3);

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public CurveSm2() {}

    @Override
    public String name() {
        return "curveSM2";
    }

    @Override
    public String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public Availability availability() {
        return BouncyCastle.availability();
    }

    @Override
    public int code() {
        return 41;
    }

    @Override
    public Kind kind() {
        return Kind.ELLIPTIC_CURVE;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return VERSIONS;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of();
    }

    @Override
    public boolean holds(PublicKey key) {
        return Sm2Curve.has(key);
    }

    @Override
    public int initiatorShareLength() {
        return Sm2Curve.POINT;
    }

    @Override
    public int responderShareLength() {
        return Sm2Curve.POINT;
    }

    @Override
    public Initiator generate(SecureRandom random) {
        BigInteger order = Sm2Curve.DOMAIN.getN();
        BigInteger scalar;
        do {
            scalar = BigIntegers.createRandomBigInteger(order.bitLength(), random);
        } while (!Sm2Curve.isPrivate(scalar));
        return pair(scalar);
    }

    @Override
    public Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        try (Initiator own = generate(random)) {
            Secret secret = own.decapsulate(initiatorShare);
            return new Encapsulated(own.share(), secret);
        }
    }

    @Override
    public String toString() {
        return name() + " (" + implementation() + ")";
    }

    /** The pair of a private key. */
    static Initiator pair(BigInteger scalar) {
        // The multiplications that BouncyCastle has for secret scalars, here and below.
        ECPoint point = new FixedPointCombMultiplier().multiply(Sm2Curve.DOMAIN.getG(), scalar);
        return new Pair(scalar, point.getEncoded(false));
    }

    /** A BigInteger can't be overwritten, only forgotten. */
    private static final class Pair implements Initiator {

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
            if (own == null) throw new IllegalStateException("this key pair is closed");
            ECPoint shared = ECAlgorithms.multiplySecret(point(responderShare), own, Sm2Curve.DOMAIN.getN())
                    .normalize();
            // RFC 8446 7.4.2: X as long as the field, leading zeros kept.
            return Secret.of(shared.getAffineXCoord().getEncoded());
        }

        @Override
        public void close() {
            scalar = null;
        }

        private static ECPoint point(byte[] share) throws IllegalShareException {
            try {
                return Sm2Curve.point(share);
            } catch (IllegalArgumentException e) {
                throw new IllegalShareException("curveSM2: " + e.getMessage(), e);
            }
        }
    }
}
