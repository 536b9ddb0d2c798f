package dev.dovetail.tls.groups.brainpool;

import dev.dovetail.tls.api.spi.Availability;
import java.security.Key;
import java.security.interfaces.ECKey;

/**
 * A curve of RFC 5639. It can be named, and asked whether it is there, where BouncyCastle is missing.
 *
 * @param name as RFC 5639 has it
 * @param fieldLength bytes of a coordinate
 */
record BrainpoolCurve(String name, int fieldLength) {

    static final String IMPLEMENTATION = "BouncyCastle";

    static final BrainpoolCurve P256R1 = new BrainpoolCurve("brainpoolP256r1", 32);
    static final BrainpoolCurve P384R1 = new BrainpoolCurve("brainpoolP384r1", 48);
    static final BrainpoolCurve P512R1 = new BrainpoolCurve("brainpoolP512r1", 64);

    Availability availability() {
        try {
            numbers();
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on");
        }
    }

    /** The curve to compute on. */
    CurveNumbers numbers() {
        return CurveNumbers.named(name);
    }

    /** Whether a key states exactly the parameters of this curve. */
    boolean has(Key key) {
        return key instanceof ECKey ec && ec.getParams() != null && numbers().are(ec.getParams());
    }
}
