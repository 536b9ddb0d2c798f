package dev.dovetail.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.testkit.Loopback;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The pre-shared keys of the README, used. */
class ReadmePskTest {

    private final byte[] secret = "sixteen or more!".getBytes(UTF_8);

    @Test
    void bothSidesOfTheReadmeMeet() {
        Selection selection = Selection.modern(Catalog.discover());
        ClientConfig client = ClientConfig.of(selection)
                .preSharedKeys(ClientPreSharedKeys.of(PreSharedKey.of("boiler 7", secret)))
                .build();
        ServerConfig server = ServerConfig.of(selection)
                .preSharedKeys(identity -> keyOf(new String(identity, UTF_8)))
                .build();
        try (Loopback pair =
                Loopback.of(TlsEngine.client(client), TlsEngine.server(server)).handshake()) {
            assertThat(pair.end(Role.SERVER).engine().info().orElseThrow().preSharedKey())
                    .contains("boiler 7".getBytes(UTF_8));
        }
    }

    private CompletionStage<Optional<PreSharedKey>> keyOf(String name) {
        return CompletableFuture.completedFuture(
                Optional.of(name).filter("boiler 7"::equals).map(known -> PreSharedKey.of(known, secret)));
    }
}
