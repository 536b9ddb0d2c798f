package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.Availability;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Tells whether BouncyCastle is there: all of this module's work is its. */
final class BouncyCastle {

    static final String NAME = "BouncyCastle";

    private BouncyCastle() {}

    static Availability availability() {
        try {
            new SM3Digest();
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on");
        }
    }
}
