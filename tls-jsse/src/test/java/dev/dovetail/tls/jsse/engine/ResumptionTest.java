package dev.dovetail.tls.jsse.engine;

import static dev.dovetail.tls.jsse.engine.Reconnections.resumed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import java.time.Duration;
import java.util.Collections;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that go on in other connections: what they keep, and how they end. */
class ResumptionTest {

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aSessionGoesOnInTheNextConnections(String protocol) throws Exception {
        Reconnections ends = Reconnections.of(protocol);
        Conversation first = ends.connect();
        assertThat(resumed(first)).isFalse();
        for (int times = 0; times < 4; times++) {
            Conversation next = ends.connect();
            assertThat(resumed(next)).isTrue();
            for (Role role : Role.values()) {
                assertSame(first.engine(role).getSession(), next.engine(role).getSession());
            }
            assertThat(next.engine(Role.CLIENT).getSession().getPeerCertificates())
                    .isEqualTo(first.engine(Role.CLIENT).getSession().getPeerCertificates());
            next.closes(Role.CLIENT).pump().closes(Role.SERVER).pump().over();
        }
    }

    private static void assertSame(SSLSession first, SSLSession next) {
        assertThat(next.getId()).isEqualTo(first.getId());
        assertThat(next).isEqualTo(first).hasSameHashCodeAs(first);
        assertThat(next.getCreationTime()).isEqualTo(first.getCreationTime());
        assertThat(next.getLastAccessedTime()).isGreaterThanOrEqualTo(first.getLastAccessedTime());
        assertThat(next.isValid()).isTrue();
        assertThat(next.getLocalCertificates()).isEqualTo(first.getLocalCertificates());
        assertThat(next.getCipherSuite()).isEqualTo(first.getCipherSuite());
        assertThat(next.getSessionContext().getSession(first.getId())).isSameAs(next);
        assertThat(Collections.list(next.getSessionContext().getIds())).containsExactly(first.getId());
    }

    /** The tickets leave with the handshake, whether or not the application has something to send. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ticketsLeaveBeforeTheServerHasFinished(boolean quiet) throws Exception {
        Reconnections ends = Reconnections.of("TLSv1.3");
        Conversation talk = Conversation.between(ends.client(), ends.server(), Plan.plain());
        if (!quiet) talk.queue(Role.SERVER, Data.of(100));
        talk.handshake();
        assertThat(talk.server().finished()).isEqualTo(1);
        assertThat(talk.engine(Role.SERVER).getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
        assertThat(resumed(ends.connect())).isTrue();
    }

    /** Who closes before the tickets come, or reads none of them, closes in order. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientMayLeaveAtOnce(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        Conversation talk =
                Conversation.between(ends.client(), ends.server(), Plan.plain()).begin();
        SSLEngine client = talk.engine(Role.CLIENT);
        for (int steps = 0; steps < 200 && client.getSession().getId().length == 0; steps++)
            talk.client().step();
        for (int steps = 0; steps < 200 && client.getSession().getId().length == 0; steps++) talk.steps(2);
        talk.queue(Role.CLIENT, Data.of(5)).steps(1);
        talk.closes(Role.CLIENT).pump().closes(Role.SERVER).pump().over();
        assertThat(talk.failures()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whatTheClientInvalidatesIsNotResumed(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        SSLSession session = ends.connect().engine(Role.CLIENT).getSession();
        session.invalidate();
        assertThat(session.isValid()).isFalse();
        Conversation second = ends.connect();
        assertThat(resumed(second)).isFalse();
        assertThat(second.engine(Role.CLIENT).getSession().getId()).isNotEqualTo(session.getId());
        assertThat(resumed(ends.connect())).isTrue();
    }

    /** Tickets that come later are those of the same session. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3"})
    void whatTheClientInvalidatesBeforeTheTicketsComeIsNotResumed(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        Conversation talk =
                Conversation.between(ends.client(), ends.server(), Plan.plain()).begin();
        SSLEngine client = talk.engine(Role.CLIENT);
        for (int steps = 0; steps < 200 && client.getSession().getId().length == 0; steps++) talk.steps(2);
        client.getSession().invalidate();
        talk.pump();
        assertThat(resumed(ends.connect())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whatTheServerInvalidatesIsNotResumed(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        ends.connect();
        SSLSession session = ends.connect().engine(Role.SERVER).getSession();
        session.invalidate();
        assertThat(session.isValid()).isFalse();
        assertThat(ends.servers().getServerSessionContext().getSession(session.getId()))
                .isNull();
        assertThat(resumed(ends.connect())).isFalse();
        assertThat(resumed(ends.connect())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theClientsSessionsEndWithItsTimeout(String protocol) {
        TestClock clock = new TestClock();
        Reconnections ends = Reconnections.of(protocol)
                .clients(Reconnections.context(
                        null,
                        options -> options.sessions(ClientSessions.inMemory().clock(clock))));
        ends.clients().getClientSessionContext().setSessionTimeout(100);
        ends.connect();
        clock.pass(Duration.ofSeconds(99));
        assertThat(resumed(ends.connect())).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(Collections.list(ends.clients().getClientSessionContext().getIds()))
                .isEmpty();
        assertThat(resumed(ends.connect())).isFalse();
        ends.clients().getClientSessionContext().setSessionTimeout(0);
        clock.pass(Duration.ofHours(12));
        assertThat(resumed(ends.connect())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theServersSessionsEndWithItsTimeout(String protocol) {
        TestClock clock = new TestClock();
        Reconnections ends = Reconnections.of(protocol)
                .servers(Reconnections.context(
                        Contexts.serverKeys(),
                        options -> options.sessions(ServerSessions.with(RotatingTicketKeys.hourly(Duration.ofDays(1)))
                                .clock(clock)
                                .build())));
        ends.servers().getServerSessionContext().setSessionTimeout(100);
        ends.connect();
        clock.pass(Duration.ofSeconds(60));
        // That one renews the ticket of TLS 1.2, but not the session.
        assertThat(resumed(ends.connect())).isTrue();
        clock.pass(Duration.ofSeconds(40));
        assertThat(resumed(ends.connect())).isFalse();
        // A shorter one counts for sessions that there are, too.
        ends.servers().getServerSessionContext().setSessionTimeout(10);
        clock.pass(Duration.ofSeconds(10));
        assertThat(resumed(ends.connect())).isFalse();
    }

    /** Without a limit, and with one above it, the keys have to open for longer than at first. */
    @ParameterizedTest
    @ValueSource(ints = {0, 500_000, 1_000_000})
    void aLongerTimeoutHolds(int seconds) {
        Reconnections ends = Reconnections.of("TLSv1.3");
        ends.servers().getServerSessionContext().setSessionTimeout(seconds);
        ends.connect();
        assertThat(resumed(ends.connect())).isTrue();
        assertThat(ends.servers().getServerSessionContext().getSessionTimeout()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whatDoesNotFitTheClientsCacheIsForgotten(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        ends.clients().getClientSessionContext().setSessionCacheSize(2);
        for (int port = 1; port <= 3; port++) ends.connect(Contexts.HOST, port);
        assertThat(resumed(ends.connect(Contexts.HOST, 2))).isTrue();
        assertThat(resumed(ends.connect(Contexts.HOST, 3))).isTrue();
        ends.clients().getClientSessionContext().setSessionCacheSize(1);
        assertThat(resumed(ends.connect(Contexts.HOST, 3))).isTrue();
        assertThat(resumed(ends.connect(Contexts.HOST, 1))).isFalse();
        assertThat(resumed(ends.connect(Contexts.HOST, 2))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theClientsCertificateIsKnownAgain(String protocol) throws Exception {
        Reconnections ends =
                Reconnections.of(protocol).clients(Reconnections.context(Contexts.clientKeys(), options -> options));
        Conversation first = ends.connect(client -> {}, server -> server.setNeedClientAuth(true));
        Conversation next = ends.connect(client -> {}, server -> server.setNeedClientAuth(true));
        assertThat(resumed(next)).isTrue();
        SSLSession server = next.engine(Role.SERVER).getSession();
        assertThat(server.getPeerPrincipal().getName()).contains("a client");
        assertThat(server.getPeerCertificates())
                .isEqualTo(first.engine(Role.SERVER).getSession().getPeerCertificates());
        assertThat(next.engine(Role.CLIENT).getSession().getLocalPrincipal()).isEqualTo(server.getPeerPrincipal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void valuesAreTheSessionsAndNotTheConnections(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        Conversation first = ends.connect();
        for (Role role : Role.values()) first.engine(role).getSession().putValue("user", role);
        Conversation next = ends.connect();
        for (Role role : Role.values()) {
            assertThat(next.engine(role).getSession().getValue("user")).isEqualTo(role);
            next.engine(role).getSession().removeValue("user");
            assertThat(first.engine(role).getSession().getValueNames()).isEmpty();
        }
    }

    /** There is nothing that would say which server it is. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whoNamesNoHostResumesNothing(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        for (int times = 0; times < 2; times++) {
            assertThat(resumed(ends.connect(null, -1))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void anAnonymousClientStaysOne(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        ends.connect(client -> {}, server -> server.setWantClientAuth(true));
        Conversation next = ends.connect(client -> {}, server -> server.setWantClientAuth(true));
        assertThat(resumed(next)).isTrue();
        assertThatThrownBy(() -> next.engine(Role.SERVER).getSession().getPeerCertificates())
                .isInstanceOf(SSLPeerUnverifiedException.class);
    }
}
