package org.example.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import org.junit.jupiter.api.Test;

class ExampleHandshakeTest {

    @Test
    void theNewSuiteCarriesAConnection() {
        Selection selection = Selection.modern(Catalog.discover()).suites("TLS_AES_192_GCM_SHA384");

        try (Loopback loopback = Pairing.of(selection).loopback().handshake()) {
            assertThat(loopback.client().engine().info().orElseThrow().suite()).hasToString("TLS_AES_192_GCM_SHA384");
            assertThat(loopback.exchange(Role.CLIENT, new byte[100_000])).hasSize(100_000);
            assertThat(loopback.exchange(Role.SERVER, new byte[100_000])).hasSize(100_000);
        }
    }

    @Test
    void theNewSuiteIsNotOnUnasked() {
        assertThat(Selection.modern(Catalog.discover()).suites().toString()).doesNotContain("AES_192");
    }
}
