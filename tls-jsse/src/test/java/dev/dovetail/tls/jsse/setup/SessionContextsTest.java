package dev.dovetail.tls.jsse.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.SessionStore;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.session.ServerSessionContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** How options and properties decide about sessions. */
class SessionContextsTest {

    private static final DovetailOptions OPTIONS = DovetailOptions.of(Catalog.discover());
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void serversGiveTicketsThatLiveForADay() {
        ServerSessions sessions = servers(OPTIONS, Map.of()).sessions("");
        assertThat(sessions.keys()).isPresent();
        assertThat(sessions.lifetime()).isEqualTo(Duration.ofDays(1));
        assertThat(sessions.tickets()).isEqualTo(2);
        assertThat(servers(OPTIONS, Map.of()).getSessionTimeout()).isEqualTo(86_400);
        assertThat(servers(OPTIONS, Map.of()).getSessionCacheSize()).isEqualTo(20_480);
    }

    @Test
    void propertiesChangeThat() {
        ServerSessionContext context = servers(
                OPTIONS,
                Map.of(
                        "jdk.tls.server.sessionTicketTimeout", "100",
                        "jdk.tls.server.newSessionTicketCount", "5",
                        "javax.net.ssl.sessionCacheSize", "7"));
        assertThat(context.sessions("").lifetime()).isEqualTo(Duration.ofSeconds(100));
        assertThat(context.sessions("").tickets()).isEqualTo(5);
        assertThat(context.getSessionTimeout()).isEqualTo(100);
        assertThat(context.getSessionCacheSize()).isEqualTo(7);
        assertThat(servers(OPTIONS, Map.of("jdk.tls.server.sessionTicketTimeout", "0"))
                        .sessions("")
                        .lifetime())
                .isEqualTo(Duration.ofDays(7));
    }

    /** As with the JDK. */
    @Test
    void whatIsOutOfBoundsIsPassedOver() {
        ServerSessionContext context = servers(
                OPTIONS,
                Map.of(
                        "jdk.tls.server.sessionTicketTimeout", "604801",
                        "jdk.tls.server.newSessionTicketCount", "11",
                        "jdk.tls.server.statelessKeyTimeout", "0"));
        assertThat(context.getSessionTimeout()).isEqualTo(86_400);
        assertThat(context.sessions("").tickets()).isEqualTo(2);
    }

    @Test
    void propertiesMaySwitchItOffUnlessTheProgramSaysHow() {
        Map<String, String> off = Map.of(
                "jdk.tls.server.enableSessionTicketExtension", "false",
                "jdk.tls.client.enableSessionTicketExtension", "false");
        assertThat(servers(OPTIONS, off).sessions("").keys()).isEmpty();
        assertThat(SessionContexts.ofClients(OPTIONS, settings(off), RANDOM)
                        .cache()
                        .enabled())
                .isFalse();
        try (ClientSessions cache = ClientSessions.inMemory();
                RotatingTicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(1))) {
            DovetailOptions said =
                    OPTIONS.sessions(cache).sessions(ServerSessions.with(keys).build());
            assertThat(SessionContexts.ofClients(said, settings(off), RANDOM).cache())
                    .isSameAs(cache);
            assertThat(servers(said, off).sessions("").keys()).contains(keys);
        }
    }

    @Test
    void whatTheProgramSaysIsKeptButForEarlyData() {
        SessionStore store = new Forgetful();
        try (RotatingTicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(1))) {
            ServerSessions given = ServerSessions.with(keys)
                    .store(store)
                    .singleUse()
                    .tickets(3)
                    .lifetime(Duration.ofHours(1))
                    .scope("fleet")
                    .earlyData(1000)
                    .build();
            ServerSessionContext context = servers(OPTIONS.sessions(given), Map.of());
            ServerSessions derived = context.sessions("");
            assertThat(derived.mostEarlyData()).isZero();
            assertThat(derived.keys()).contains(keys);
            assertThat(derived.store()).contains(store);
            assertThat(derived.singleUse()).isTrue();
            assertThat(derived.tickets()).isEqualTo(3);
            assertThat(text(derived)).isEqualTo("fleet");
            assertThat(text(context.sessions("part"))).isEqualTo("fleet\0part");
            // The time-out of the context is longer, and does not count.
            assertThat(derived.lifetime()).isEqualTo(Duration.ofHours(1));
            context.setSessionTimeout(60);
            assertThat(context.sessions("").lifetime()).isEqualTo(Duration.ofMinutes(1));
        }
        assertThat(servers(OPTIONS.sessions(ServerSessions.none()), Map.of())
                        .sessions("")
                        .keys())
                .isEmpty();
    }

    /** Who was trusted under other authorities is asked again. */
    @Test
    void anotherTrustIsNoticed() {
        ServerSessionContext context = servers(OPTIONS, Map.of());
        Object trust = new Object();
        assertThat(context.trustedSince(trust)).isEqualTo(context.trustedSince(trust));
        assertThat(context.trustedSince(new Object()))
                .isAfter(context.trustedSince(trust).minusSeconds(60));
    }

    private static String text(ServerSessions sessions) {
        return new String(sessions.scope(), StandardCharsets.UTF_8);
    }

    private static SystemSettings settings(Map<String, String> properties) {
        return SystemSettings.read(properties::get);
    }

    private static ServerSessionContext servers(DovetailOptions options, Map<String, String> properties) {
        return SessionContexts.ofServers(options, settings(properties), RANDOM);
    }

    private static final class Forgetful implements SessionStore {

        @Override
        public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public CompletionStage<Optional<byte[]>> find(byte[] id) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletionStage<Optional<byte[]>> take(byte[] id) {
            return find(id);
        }

        @Override
        public CompletionStage<Void> remove(byte[] id) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public void close() {}
    }
}
