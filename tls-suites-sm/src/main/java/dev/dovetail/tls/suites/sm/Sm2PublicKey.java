package dev.dovetail.tls.suites.sm;

import java.io.IOException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A public key on curveSM2, in the JCA's type for such keys: the JDK has no factory that makes one.
 *
 * @param point on the curve
 * @param encoded SubjectPublicKeyInfo
 */
record Sm2PublicKey(ECPoint point, byte[] encoded) implements ECPublicKey {

    private static final long serialVersionUID = 1L;

    /** The key in its one DER encoding, with the point uncompressed; empty for anything else. */
    static Optional<Sm2PublicKey> of(byte[] info) {
        try {
            SubjectPublicKeyInfo parsed = SubjectPublicKeyInfo.getInstance(info);
            byte[] point = parsed.getPublicKeyData().getOctets();
            byte[] only = new SubjectPublicKeyInfo(Sm2Curve.ALGORITHM, point).getEncoded("DER");
            return Arrays.equals(info, only) ? Optional.of(of(Sm2Curve.point(point), only)) : Optional.empty();
        } catch (IOException | RuntimeException another) {
            // BouncyCastle's parsers throw many things at what is none of theirs.
            return Optional.empty();
        }
    }

    private static Sm2PublicKey of(org.bouncycastle.math.ec.ECPoint point, byte[] encoded) {
        ECPoint affine = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        return new Sm2PublicKey(affine, encoded);
    }

    @Override
    public ECPoint getW() {
        return point;
    }

    @Override
    public ECParameterSpec getParams() {
        return Sm2Curve.PARAMETERS;
    }

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
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2PublicKey key && point.equals(key.point);
    }

    @Override
    public int hashCode() {
        return point.hashCode();
    }

    /** The kind of key. */
    @Override
    public String toString() {
        return "SM2 public key";
    }
}
