package dev.dovetail.tls.suites.ecdhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** secp384r1 over BouncyCastle. */
@AutoService(NamedGroup.class)
public final class BouncyCastleSecp384r1 extends BouncyCastlePrimeGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleSecp384r1() {
        super(GroupFacts.SECP384R1);
    }
}
