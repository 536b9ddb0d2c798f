package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.spi.Availability;
import org.bouncycastle.crypto.engines.ARIAEngine;

/** Tells whether BouncyCastle is there. It links with nothing else of it, so that it can also say no. */
final class BouncyCastle {

    static final String NAME = "BouncyCastle";

    private BouncyCastle() {}

    static Availability availability() {
        try {
            new ARIAEngine();
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on");
        }
    }
}
