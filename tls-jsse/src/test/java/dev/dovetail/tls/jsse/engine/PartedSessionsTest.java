package dev.dovetail.tls.jsse.engine;

import static dev.dovetail.tls.jsse.engine.Reconnections.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No session goes on where a full handshake might have been refused. */
class PartedSessionsTest {

    /** A way in which two connections of a client, or of a server, differ. */
    private record Difference(String name, Consumer<SSLParameters> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Difference CONSTRAINTS =
            new Difference("constraints", parameters -> parameters.setAlgorithmConstraints(new AllPermitted()));

    static Stream<Arguments> clients() {
        return inBothVersions(
                new Difference("identification", parameters -> parameters.setEndpointIdentificationAlgorithm("HTTPS")),
                new Difference(
                        "server name",
                        parameters -> parameters.setServerNames(List.of(new SNIHostName(Contexts.HOST)))),
                new Difference("suites", parameters -> parameters.setCipherSuites(withoutTheLast(parameters))),
                new Difference(
                        "application protocols", parameters -> parameters.setApplicationProtocols(new String[] {"h2"})),
                CONSTRAINTS);
    }

    static Stream<Arguments> servers() {
        return inBothVersions(
                new Difference("clients are asked", parameters -> parameters.setWantClientAuth(true)),
                new Difference("client certificates are needed", parameters -> parameters.setNeedClientAuth(true)));
    }

    private static Stream<Arguments> inBothVersions(Difference... all) {
        return Stream.of("TLSv1.3", "TLSv1.2")
                .flatMap(version -> Stream.of(all).map(one -> Arguments.of(version, one)));
    }

    private static String[] withoutTheLast(SSLParameters parameters) {
        List<String> all = List.of(parameters.getCipherSuites());
        return all.subList(0, all.size() - 1).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void clientsThatAreToldOtherwiseShareNothing(String protocol, Difference difference) {
        Reconnections ends = Reconnections.of(protocol);
        Consumer<SSLParameters> change = difference.change();
        ends.connect();
        assertThat(resumed(ends.connect(change, server -> {}))).isFalse();
        assertThat(resumed(ends.connect())).isTrue();
        // With constraints of its own, which are equal to none.
        if (!difference.equals(CONSTRAINTS))
            assertThat(resumed(ends.connect(change, server -> {}))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void serversThatAskOtherwiseShareNothing(String protocol, Difference difference) {
        Reconnections ends =
                Reconnections.of(protocol).clients(Reconnections.context(Contexts.clientKeys(), options -> options));
        Consumer<SSLParameters> change = difference.change();
        ends.connect();
        assertThat(resumed(ends.connect(client -> {}, change))).isFalse();
        assertThat(resumed(ends.connect(client -> {}, change))).isTrue();
        assertThat(resumed(ends.connect())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void serversWithConstraintsOfTheirOwnResumeNoClientsCertificate(String protocol) {
        Reconnections ends =
                Reconnections.of(protocol).clients(Reconnections.context(Contexts.clientKeys(), options -> options));
        for (int times = 0; times < 2; times++) {
            Conversation talk = ends.connect(client -> {}, server -> {
                server.setNeedClientAuth(true);
                server.setAlgorithmConstraints(new AllPermitted());
            });
            assertThat(resumed(talk)).isFalse();
        }
    }

    /** The JDK's trust managers compare a client's certificate with the host that it comes from. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void serversThatIdentifyTheirClientsResumeNone(String protocol) {
        Reconnections ends =
                Reconnections.of(protocol).clients(Reconnections.context(Contexts.clientKeys(), options -> options));
        ends.connect(client -> {}, server -> server.setNeedClientAuth(true));
        Conversation identified = Conversation.between(
                        ends.client(),
                        ends.server(parameters -> {
                            parameters.setNeedClientAuth(true);
                            parameters.setEndpointIdentificationAlgorithm("HTTPS");
                        }),
                        Plan.plain())
                .begin()
                .pump();
        assertThat(identified.server().failures()).hasSize(1);
    }

    /** The first connection asked nobody whether the certificate is for that host. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whoWasNotIdentifiedIsRefusedStill(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        assertThat(resumed(ends.connect("other.example", 443))).isFalse();
        assertThat(resumed(ends.connect("other.example", 443))).isTrue();
        Conversation identified = Conversation.between(
                        ends.client(
                                "other.example",
                                443,
                                parameters -> parameters.setEndpointIdentificationAlgorithm("HTTPS")),
                        ends.server(),
                        Plan.plain())
                .begin()
                .pump();
        assertThat(identified.client().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("other.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void otherHostsAndPortsAreOtherServers(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        ends.connect("one.example", 443);
        assertThat(resumed(ends.connect("one.example", 444))).isFalse();
        assertThat(resumed(ends.connect("two.example", 443))).isFalse();
        assertThat(resumed(ends.connect("one.example", 443))).isTrue();
        ends.connect("127.0.0.1", 443);
        assertThat(resumed(ends.connect("127.0.0.1", 443))).isTrue();
    }

    /** Even if they were given the same cache: other managers may judge otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void contextsOfClientsShareNothing(String protocol) {
        try (ClientSessions cache = ClientSessions.inMemory()) {
            Reconnections ends =
                    Reconnections.of(protocol).clients(Reconnections.context(null, options -> options.sessions(cache)));
            ends.connect();
            assertThat(resumed(ends.connect())).isTrue();
            SSLContext other = Reconnections.context(null, options -> options.sessions(cache));
            assertThat(resumed(ends.clients(other).connect())).isFalse();
            assertThat(cache.size()).isPositive();
        }
    }

    /** Keys that a fleet has make one server of many. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void contextsOfServersShareWhatTheirKeysOpen(String protocol) {
        try (RotatingTicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(1))) {
            Reconnections ends = Reconnections.of(protocol).servers(server(ServerSessions.with(keys)));
            ends.connect();
            Conversation next = ends.servers(server(ServerSessions.with(keys))).connect();
            assertThat(resumed(next)).isTrue();
            // What the other one had shown is known to that one alone.
            assertThat(next.engine(Role.SERVER).getSession().getLocalCertificates())
                    .isNull();
            assertThat(resumed(ends.servers(server(ServerSessions.with(keys).scope("other")))
                            .connect()))
                    .isFalse();
            assertThat(resumed(
                            Reconnections.of(protocol).clients(ends.clients()).connect()))
                    .isFalse();
        }
    }

    private static SSLContext server(ServerSessions.Builder sessions) {
        return Reconnections.context(Contexts.serverKeys(), options -> options.sessions(sessions.build()));
    }

    private static final class AllPermitted implements AlgorithmConstraints {

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
            return true;
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
            return true;
        }

        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives, String algorithm, Key key, AlgorithmParameters parameters) {
            return true;
        }
    }
}
