package dev.dovetail.tls.suites.sm;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.jspecify.annotations.Nullable;

/**
 * The curve of GB/T 32918.5-2017, curveSM2 in TLS (RFC 8998 3.2.1). It stands apart from the parts so that those can be
 * asked, and say what is missing, where there is no BouncyCastle.
 */
final class Sm2Curve {

    /** One coordinate, and the secret. */
    static final int FIELD = 32;

    /** A point in uncompressed form. */
    static final int POINT = 1 + 2 * FIELD;

    // Only the custom one has the field arithmetic that makes BouncyCastle fast.
    private static final X9ECParameters CURVE = CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1);

    static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    /** The same for the JCA's types. */
    static final ECParameterSpec PARAMETERS = new ECParameterSpec(
            new EllipticCurve(
                    new ECFieldFp(CURVE.getCurve().getField().getCharacteristic()),
                    CURVE.getCurve().getA().toBigInteger(),
                    CURVE.getCurve().getB().toBigInteger()),
            new ECPoint(
                    CURVE.getG().getAffineXCoord().toBigInteger(),
                    CURVE.getG().getAffineYCoord().toBigInteger()),
            CURVE.getN(),
            CURVE.getH().intValue());

    /** How keys name it: a key of an elliptic curve, this one (RFC 5480 2.1.1). */
    static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);

    private Sm2Curve() {}

    /** Whether a key, of whatever provider, is on this curve. */
    static boolean has(PublicKey key) {
        return key instanceof ECPublicKey point && has(point.getParams());
    }

    /** By all the numbers: another generator is another curve (CVE-2020-0601). */
    static boolean has(@Nullable ECParameterSpec parameters) {
        return parameters != null
                && parameters.getCurve().getField().equals(PARAMETERS.getCurve().getField())
                && parameters.getCurve().getA().equals(PARAMETERS.getCurve().getA())
                && parameters.getCurve().getB().equals(PARAMETERS.getCurve().getB())
                && parameters.getGenerator().equals(PARAMETERS.getGenerator())
                && parameters.getOrder().equals(PARAMETERS.getOrder())
                && parameters.getCofactor() == PARAMETERS.getCofactor();
    }

    /** GB/T 32918.1: from 1 to the order less 2, because signing divides by the key and one. */
    static boolean isPrivate(BigInteger scalar) {
        return scalar.signum() > 0 && scalar.compareTo(DOMAIN.getN().subtract(BigInteger.TWO)) <= 0;
    }

    /**
     * A point from its uncompressed form.
     *
     * @throws IllegalArgumentException if it has another form, is not on the curve, or is infinity
     */
    static org.bouncycastle.math.ec.ECPoint point(byte[] encoded) {
        if (encoded.length != POINT || encoded[0] != 4) {
            throw new IllegalArgumentException("a point has 65 bytes, the first is 4");
        }
        // Checks that both coordinates are below p and on the curve; all its points but infinity have full order.
        return DOMAIN.getCurve().decodePoint(encoded);
    }
}
