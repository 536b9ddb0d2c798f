package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an engine tells of its session before, during and after a handshake. */
class SessionTest {

    @ParameterizedTest
    @EnumSource
    void beforeTheHandshakeThereIsTheNullSession(Role role) {
        SSLEngine engine = role == Role.CLIENT ? Course.TLS13.client() : Course.TLS13.server();
        SSLSession session = engine.getSession();
        assertThat(session.getCipherSuite()).isEqualTo("SSL_NULL_WITH_NULL_NULL");
        assertThat(session.getProtocol()).isEqualTo("NONE");
        assertThat(session.getId()).isEmpty();
        assertThat(session.isValid()).isFalse();
        assertThat(session.getLocalCertificates()).isNull();
        assertThatThrownBy(session::getPeerCertificates).isInstanceOf(SSLPeerUnverifiedException.class);
        assertThatThrownBy(session::getPeerPrincipal).isInstanceOf(SSLPeerUnverifiedException.class);
        assertThat(engine.getHandshakeSession()).isNull();
        // RFC 8446 5.1 and 5.2: the largest plaintext, and the largest record.
        assertThat(session.getApplicationBufferSize()).isGreaterThanOrEqualTo(1 << 14);
        assertThat(session.getPacketBufferSize()).isGreaterThanOrEqualTo((1 << 14) + 256 + Records.HEADER);
    }

    @ParameterizedTest
    @EnumSource
    void afterTheHandshakeThereIsTheSessionThatWasAgreed(Course course) {
        long before = System.currentTimeMillis();
        Conversation talk = course.connected(Plan.plain());
        for (Role role : Role.values()) {
            SSLEngine engine = talk.engine(role);
            SSLSession session = engine.getSession();
            assertThat(engine.getHandshakeSession()).isNull();
            assertThat(engine.getSession()).isSameAs(session);
            assertThat(session.isValid()).isTrue();
            assertThat(session.getCipherSuite()).startsWith("TLS_");
            assertThat(session.getCreationTime()).isBetween(before - 1, System.currentTimeMillis());
            assertThat(session.getLastAccessedTime()).isGreaterThanOrEqualTo(before - 1);
            assertThat(session.getApplicationBufferSize()).isGreaterThanOrEqualTo(1 << 14);
            assertThat(session.getPacketBufferSize()).isGreaterThan(1 << 14);
        }
        assertThat(talk.engine(Role.SERVER).getSession().getLocalCertificates()).hasSize(1);
        assertThat(talk.engine(Role.SERVER).getSession().getLocalPrincipal().getName())
                .contains(Contexts.HOST);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void managersSeeTheSessionThatIsBeingMade(Course course) {
        Watch clientWatch = new Watch(Contexts.clientKeys(), Contexts.trust());
        Watch serverWatch = new Watch(Contexts.serverKeys(), Contexts.trust());
        SSLEngine client = clientWatch.context().createSSLEngine("peer.example", 4433);
        SSLEngine server = serverWatch.context().createSSLEngine();
        client.setUseClientMode(true);
        server.setUseClientMode(false);
        server.setNeedClientAuth(true);
        SSLParameters parameters = client.getSSLParameters();
        parameters.setProtocols(new String[] {course.protocol()});
        parameters.setServerNames(List.of(new SNIHostName(Contexts.HOST)));
        client.setSSLParameters(parameters);

        Conversation talk = Conversation.between(client, server, Plan.plain()).handshake();

        clientWatch.check(talk.engine(Role.CLIENT), "checkServerTrusted", "chooseEngineClientAlias");
        serverWatch.check(talk.engine(Role.SERVER), "chooseEngineServerAlias", "checkClientTrusted");
        for (Watch.Seen seen : clientWatch.seen()) assertThat(seen.host()).isEqualTo("peer.example");
        for (Watch.Seen seen : serverWatch.seen()) assertThat(seen.names()).containsExactly(Contexts.HOST);
        for (Role role : Role.values())
            assertThat(talk.engine(role).getHandshakeSession()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void valuesAreKeptWithTheSession(Course course) {
        SSLSession session = course.connected(Plan.plain()).engine(Role.CLIENT).getSession();
        session.putValue("key", "value");
        assertThat(session.getValue("key")).isEqualTo("value");
        assertThat(session.getValueNames()).containsExactly("key");
        session.removeValue("key");
        assertThat(session.getValueNames()).isEmpty();
        assertThatThrownBy(() -> session.putValue(null, "value")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.putValue("key", null)).isInstanceOf(IllegalArgumentException.class);
        session.invalidate();
        assertThat(session.isValid()).isFalse();
    }

    /** The second may be resumed; nobody who sends data need know. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void theSamePeerMayBeMetAgain(Course course) {
        for (int times = 0; times < 3; times++) {
            SSLEngine client = Contexts.OWN.clientWithoutKey().createSSLEngine(course.name(), 443);
            client.setUseClientMode(true);
            client.setEnabledProtocols(new String[] {course.protocol()});
            Conversation talk =
                    Conversation.between(client, course.server(), Plan.plain()).handshake();
            talk.carries(Role.CLIENT, Data.of(1)).carries(Role.SERVER, Data.of(1));
            assertThat(client.getSession().getPeerHost()).isEqualToIgnoringCase(course.name());
            assertThat(client.getSession().getPeerPort()).isEqualTo(443);
            talk.closes(Role.CLIENT).pump().closes(Role.SERVER).pump().over();
        }
    }
}
