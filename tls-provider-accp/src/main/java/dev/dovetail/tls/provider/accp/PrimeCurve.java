package dev.dovetail.tls.provider.accp;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.List;
import java.util.Optional;

/**
 * A curve of FIPS 186-4 D.1.2, known by all its numbers: a key that differs in one of them, the generator above all, is
 * on another curve (CVE-2020-0601). Here a is always p - 3, the cofactor 1.
 *
 * @param name the name in SEC 2
 * @param p the field
 * @param b the curve
 * @param x where the generator is
 * @param y where the generator is
 * @param order how many points there are
 */
record PrimeCurve(String name, BigInteger p, BigInteger b, BigInteger x, BigInteger y, BigInteger order) {

    static final PrimeCurve SECP256R1 = of(
            "secp256r1",
            "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
            "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
            "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
            "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

    static final PrimeCurve SECP384R1 = of(
            "secp384r1",
            "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff",
            "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef",
            "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7",
            "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f",
            "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973");

    static final PrimeCurve SECP521R1 = of(
            "secp521r1",
            "1ff" + "ff".repeat(64),
            "51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109"
                    + "e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
            "c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3d"
                    + "baa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66",
            "11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e6"
                    + "62c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650",
            "1ff" + "ff".repeat(31) + "fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409");

    private static final List<PrimeCurve> ALL = List.of(SECP256R1, SECP384R1, SECP521R1);

    /** The curve with exactly these parameters. */
    static Optional<PrimeCurve> of(ECParameterSpec parameters) {
        return ALL.stream().filter(curve -> curve.has(parameters)).findFirst();
    }

    boolean has(ECParameterSpec parameters) {
        return parameters.getCurve().getField() instanceof ECFieldFp field
                && p.equals(field.getP())
                && p.subtract(BigInteger.valueOf(3))
                        .equals(parameters.getCurve().getA())
                && b.equals(parameters.getCurve().getB())
                && x.equals(parameters.getGenerator().getAffineX())
                && y.equals(parameters.getGenerator().getAffineY())
                && order.equals(parameters.getOrder())
                && parameters.getCofactor() == 1;
    }

    private static PrimeCurve of(String name, String p, String b, String x, String y, String order) {
        return new PrimeCurve(name, hex(p), hex(b), hex(x), hex(y), hex(order));
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
