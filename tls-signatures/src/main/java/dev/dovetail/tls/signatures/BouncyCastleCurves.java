package dev.dovetail.tls.signatures;

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

/** BouncyCastle's curves by their parameters: the three of TLS 1.3 at once, all others by a search. */
final class BouncyCastleCurves {

    // Only the custom ones have the field arithmetic that makes BouncyCastle fast.
    private static final Map<PrimeCurve, ECDomainParameters> COMMON = Map.of(
            PrimeCurve.SECP256R1, custom(PrimeCurve.SECP256R1),
            PrimeCurve.SECP384R1, custom(PrimeCurve.SECP384R1),
            PrimeCurve.SECP521R1, custom(PrimeCurve.SECP521R1));

    private BouncyCastleCurves() {}

    /** The curve, if it is one that has a name: numbers of a peer's own making are not computed with. */
    static Optional<ECDomainParameters> of(ECParameterSpec parameters) {
        Optional<PrimeCurve> common = PrimeCurve.of(parameters);
        return common.isPresent() ? common.map(COMMON::get) : search(parameters);
    }

    private static Optional<ECDomainParameters> search(ECParameterSpec parameters) {
        if (!(parameters.getCurve().getField() instanceof ECFieldFp field)) return Optional.empty();
        for (String name : names()) {
            X9ECParameters curve = ECNamedCurveTable.getByName(name);
            if (curve.getCurve().getField().getCharacteristic().equals(field.getP()) && same(curve, parameters)) {
                return Optional.of(new ECDomainParameters(curve));
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

    private static ECDomainParameters custom(PrimeCurve curve) {
        return new ECDomainParameters(CustomNamedCurves.getByName(curve.name()));
    }
}
