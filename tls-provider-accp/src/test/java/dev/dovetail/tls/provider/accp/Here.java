package dev.dovetail.tls.provider.accp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.tls.api.spi.Availability;

/** Whether ACCP's native library runs on this machine: elsewhere its tests are skipped, and say why. */
final class Here {

    private Here() {}

    static void isAccp() {
        Availability availability = new AccpAes128Gcm().availability();
        assumeTrue(
                availability.isAvailable(),
                () -> "ACCP is not available here: " + availability.reason().orElseThrow());
    }
}
