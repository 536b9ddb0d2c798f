package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.TrafficSecret;
import dev.dovetail.tls.record.TrafficKeys;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.LoopbackEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promise P8: nothing secret stays behind in a closed engine, is printed, or is in an event that nobody asked for. The
 * secrets to look for are those that a second observation of the same, seeded connection tells.
 */
class SecretsGoneTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void nothingLivesOnInAClosedEngine(Scenario scenario) {
        List<byte[]> secrets = secrets(scenario);
        Loopback loopback = quiet(scenario);
        loopback.handshake();
        loopback.exchange(Role.CLIENT, new byte[100]);
        loopback.exchange(Role.SERVER, new byte[100]);
        if (scenario.tls13()) loopback.client().engine().updateKeys(true);
        loopback.pump().close();

        assertNothingLeft(loopback, secrets);
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void nothingLivesOnWhereverAHandshakeIsGivenUp(Scenario scenario) {
        List<byte[]> secrets = secrets(scenario);
        for (int flights = 0; flights < 8; flights++) {
            Loopback loopback = quiet(scenario).holdTasks();
            for (int i = 0; i < flights; i++) loopback.step(Role.values()[i % 2]);
            loopback.close();

            assertNothingLeft(loopback, secrets);
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void nothingLivesOnBehindAFailureAnywhere(Scenario scenario) {
        List<byte[]> secrets = secrets(scenario);
        for (Role victim : Role.values()) {
            for (int place = 0; place < 6; place++) {
                int bad = place;
                Loopback loopback = quiet(scenario).changing((from, index, record) -> {
                    if (from == victim.peer() && index == bad) record[record.length - 1] ^= 1;
                    return List.of(record);
                });
                loopback.pump().close();

                assertNothingLeft(loopback, secrets);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void noObjectOfALiveConnectionPrintsASecret(Scenario scenario) {
        List<byte[]> secrets = secrets(scenario);
        try (Loopback loopback = quiet(scenario).handshake()) {
            for (LoopbackEnd end : List.of(loopback.client(), loopback.server())) {
                ObjectGraph graph = ObjectGraph.from(end.engine());
                assertThat(graph.ours()).isNotEmpty();
                for (Object one : graph.ours()) assertPrintsNone(String.valueOf(one), secrets);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void eventsTellNoSecretUnasked(Scenario scenario) {
        List<byte[]> secrets = secrets(scenario);
        try (Loopback loopback = scenario.loopback().handshake()) {
            for (LoopbackEnd end : List.of(loopback.client(), loopback.server())) {
                assertThat(end.events(TlsEvent.SecretDerived.class))
                        .isNotEmpty()
                        .allMatch(event -> event.value().isEmpty());
                for (TlsEvent event : end.events()) {
                    assertPrintsNone(event.toString(), secrets);
                    for (byte[] bytes : ObjectGraph.from(event).bytes()) assertHasNone(bytes, secrets);
                }
            }
        }
    }

    /** The search itself: it finds the secrets of a connection that stands. */
    @Test
    void theSearchFindsWhatLives() {
        List<byte[]> secrets = secrets(Scenario.TLS13);
        try (Loopback loopback = quiet(Scenario.TLS13).handshake()) {
            ObjectGraph graph = ObjectGraph.from(loopback.client().engine());
            assertThat(graph.secrets()).anyMatch(secret -> !secret.isClosed());
            assertThat(graph.bytes()).anyMatch(bytes -> secrets.stream().anyMatch(secret -> contains(bytes, secret)));
        }
    }

    private static void assertNothingLeft(Loopback loopback, List<byte[]> secrets) {
        for (LoopbackEnd end : List.of(loopback.client(), loopback.server())) {
            ObjectGraph graph = ObjectGraph.from(end.engine());
            assertThat(graph.secrets()).allMatch(Secret::isClosed);
            assertThat(graph.keys()).allMatch(SecretKey::isDestroyed);
            for (byte[] bytes : graph.bytes()) assertHasNone(bytes, secrets);
        }
    }

    private static void assertHasNone(byte[] bytes, List<byte[]> secrets) {
        for (byte[] secret : secrets) {
            assertThat(contains(bytes, secret))
                    .as("%d bytes of a secret", secret.length)
                    .isFalse();
        }
    }

    private static void assertPrintsNone(String text, List<byte[]> secrets) {
        String plain = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^0-9a-f]", "");
        for (byte[] secret : secrets) {
            assertThat(plain).doesNotContain(HexFormat.of().formatHex(secret));
            assertThat(text).doesNotContain(Arrays.toString(secret));
        }
    }

    private static boolean contains(byte[] bytes, byte[] secret) {
        for (int start = 0; start + secret.length <= bytes.length; start++) {
            if (Arrays.equals(bytes, start, start + secret.length, secret, 0, secret.length)) return true;
        }
        return false;
    }

    /** Both ends without an observer, as they usually are. */
    private static Loopback quiet(Scenario scenario) {
        return Loopback.of(
                TlsEngine.client(scenario.client().build()),
                TlsEngine.server(scenario.server().build()));
    }

    /** All secrets of a scenario, and the keys that come of them: seeds make them the same in every run. */
    private static List<byte[]> secrets(Scenario scenario) {
        List<byte[]> secrets = new ArrayList<>();
        try (Loopback loopback = Loopback.between(scenario.client().insecureSecretsInEvents(), scenario.server())) {
            loopback.handshake();
            UsableSuite suite = loopback.client().engine().info().orElseThrow().suite();
            for (var event : loopback.client().events(TlsEvent.SecretDerived.class)) {
                Secret secret = event.value().orElseThrow();
                secrets.add(secret.with(byte[]::clone));
                if (!scenario.tls13()) continue;
                try (TrafficKeys keys = TrafficSecret.keys(new Hkdf(suite.hash()), secret, suite)) {
                    secrets.add(keys.key().with(byte[]::clone));
                    secrets.add(keys.iv().with(byte[]::clone));
                }
            }
        }
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(scenario.tls13() ? 15 : 1);
        return secrets;
    }
}
