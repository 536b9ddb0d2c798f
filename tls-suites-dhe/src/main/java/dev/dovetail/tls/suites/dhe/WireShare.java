package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.wire.WireReader;
import java.math.BigInteger;

/** Numbers as TLS 1.2 writes them, with or without leading zeros. */
final class WireShare {

    private WireShare() {}

    static BigInteger number(WireReader in, String name) {
        return new BigInteger(1, in.block(name, 2, 1, 0xffff));
    }

    /** A share in the form that groups take: as long as the prime. RFC 7919 3 and 4 name the alert if it is out of range. */
    static byte[] inRange(WireReader in, String name, BigInteger share, FiniteField field) {
        if (!field.holds(share)) {
            throw in.fault(
                    Fault.SHARE_OUT_OF_RANGE,
                    "%s is not above 1 and below the prime less one (%d bits)",
                    name,
                    field.prime().bitLength());
        }
        return field.bytes(share);
    }
}
