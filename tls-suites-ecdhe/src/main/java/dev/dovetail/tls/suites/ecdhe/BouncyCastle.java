package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.spi.Availability;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Tells whether BouncyCastle is there. Where somebody left it out, its parts are unavailable and the JDK's stay. */
final class BouncyCastle {

    static final String NAME = "BouncyCastle";

    private BouncyCastle() {}

    static Availability availability() {
        try {
            new FixedPointCombMultiplier();
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on,"
                    + " on a module path by requires or --add-modules");
        }
    }
}
