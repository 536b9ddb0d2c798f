package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be set on an engine, when, and what it answers. */
class SettingsTest {

    private static SSLEngine engine() {
        return Contexts.OWN.clientWithoutKey().createSSLEngine();
    }

    @Test
    void thePeerIsWhoWasNamed() {
        SSLEngine named = Contexts.OWN.clientWithoutKey().createSSLEngine("peer.example", 4433);
        assertThat(named.getPeerHost()).isEqualTo("peer.example");
        assertThat(named.getPeerPort()).isEqualTo(4433);
        assertThat(engine().getPeerHost()).isNull();
        assertThat(engine().getPeerPort()).isEqualTo(-1);
    }

    @Test
    void withoutAModeNothingBegins() {
        SSLEngine engine = engine();
        ByteBuffer some = ByteBuffer.allocate(Plan.AMPLE);
        assertThatThrownBy(engine::beginHandshake).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.wrap(some, some.duplicate())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.unwrap(some, some.duplicate())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void theModeIsSetOnce(Role role) throws SSLException {
        SSLEngine engine = role == Role.CLIENT ? Course.TLS13.client() : Course.TLS13.server();
        boolean client = role == Role.CLIENT;
        assertThat(engine.getUseClientMode()).isEqualTo(client);
        engine.setUseClientMode(client);
        engine.beginHandshake();
        assertThatThrownBy(() -> engine.setUseClientMode(!client)).isInstanceOf(IllegalArgumentException.class);
        assertThat(engine.getUseClientMode()).isEqualTo(client);
        assertThat(engine.getHandshakeStatus())
                .isEqualTo(client ? HandshakeStatus.NEED_WRAP : HandshakeStatus.NEED_UNWRAP);
    }

    @Test
    void theModeMayChangeBeforeItBegins() {
        SSLEngine client = Course.TLS13.server();
        client.setUseClientMode(true);
        SSLEngine server = Contexts.OWN.server().createSSLEngine();
        server.setUseClientMode(true);
        server.setUseClientMode(false);
        Conversation.between(client, server, Plan.plain()).handshake();
    }

    @Test
    void protocolsThatNobodyKnowsAreRefused() {
        SSLEngine engine = engine();
        String[] before = engine.getEnabledProtocols();
        assertThat(engine.getSupportedProtocols()).contains("TLSv1.2", "TLSv1.3");
        assertThat(before).contains("TLSv1.2", "TLSv1.3");
        refused(names -> engine.setEnabledProtocols(names), "TLSv1.3", "TLSv9");
        assertThat(engine.getEnabledProtocols()).isEqualTo(before);

        String[] one = {"TLSv1.2"};
        engine.setEnabledProtocols(one);
        one[0] = "TLSv1.3";
        assertThat(engine.getEnabledProtocols()).containsExactly("TLSv1.2");
        engine.getEnabledProtocols()[0] = "changed";
        assertThat(engine.getSSLParameters().getProtocols()).containsExactly("TLSv1.2");
    }

    @Test
    void suitesThatNobodyKnowsAreRefused() {
        SSLEngine engine = engine();
        String[] before = engine.getEnabledCipherSuites();
        assertThat(engine.getSupportedCipherSuites()).contains(before);
        refused(names -> engine.setEnabledCipherSuites(names), before[0], "TLS_NO_SUCH_SUITE");
        assertThat(engine.getEnabledCipherSuites()).isEqualTo(before);

        engine.setEnabledCipherSuites(new String[] {before[1], before[0]});
        assertThat(engine.getEnabledCipherSuites()).containsExactly(before[1], before[0]);
        assertThat(engine.getSSLParameters().getCipherSuites()).containsExactly(before[1], before[0]);
    }

    private static void refused(Consumer<String[]> setter, String known, String unknown) {
        List<String[]> bad = new ArrayList<>();
        bad.add(null);
        bad.add(new String[] {known, unknown});
        bad.add(new String[] {known, null});
        for (String[] names : bad) {
            assertThatThrownBy(() -> setter.accept(names)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void needingAndWantingAreOneOrTheOther() {
        SSLEngine engine = Contexts.OWN.server().createSSLEngine();
        engine.setUseClientMode(false);
        assertThat(engine.getNeedClientAuth() || engine.getWantClientAuth()).isFalse();
        engine.setNeedClientAuth(true);
        assertThat(engine.getNeedClientAuth()).isTrue();
        engine.setWantClientAuth(true);
        assertThat(engine.getWantClientAuth()).isTrue();
        assertThat(engine.getNeedClientAuth()).isFalse();
        assertThat(engine.getSSLParameters().getWantClientAuth()).isTrue();
        engine.setNeedClientAuth(true);
        assertThat(engine.getWantClientAuth()).isFalse();
        engine.setNeedClientAuth(false);
        assertThat(engine.getNeedClientAuth() || engine.getWantClientAuth()).isFalse();
    }

    @Test
    void parametersAreCopies() {
        SSLEngine engine = Course.TLS13.client();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        assertThat(engine.getSSLParameters().getEndpointIdentificationAlgorithm())
                .isNull();
        engine.setSSLParameters(parameters);
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        assertThat(engine.getSSLParameters().getEndpointIdentificationAlgorithm())
                .isEqualTo("HTTPS");
    }

    @Test
    void sessionsMayBeMadeUnlessSomebodySaysNo() {
        SSLEngine engine = Course.TLS13.client();
        assertThat(engine.getEnableSessionCreation()).isTrue();
        engine.setEnableSessionCreation(false);
        assertThat(engine.getEnableSessionCreation()).isFalse();
    }

    /** Who does not ask for a handshake gets one by the first wrap or unwrap. */
    @ParameterizedTest
    @EnumSource
    void aHandshakeBeginsByItself(Course course) throws SSLException {
        Conversation talk = course.begin(Plan.plain());
        ByteBuffer hello = ByteBuffer.allocate(Plan.AMPLE);
        assertThat(talk.engine(Role.CLIENT).getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
        var wrapped = talk.engine(Role.CLIENT).wrap(ByteBuffer.allocate(10), hello);
        assertThat(wrapped.getStatus()).isEqualTo(Status.OK);
        assertThat(wrapped.bytesConsumed()).isZero();
        assertThat(wrapped.getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_UNWRAP);
        var unwrapped = talk.engine(Role.SERVER).unwrap(hello.flip(), ByteBuffer.allocate(Plan.AMPLE));
        assertThat(unwrapped.getStatus()).isEqualTo(Status.OK);
        assertThat(hello.hasRemaining()).isFalse();
        talk.pump().carries(Role.CLIENT, Data.of(10)).carries(Role.SERVER, Data.of(10));
    }

    @Test
    void askingForAHandshakeThatRunsChangesNothing() throws SSLException {
        Conversation talk = Course.TLS13.begin(Plan.plain());
        for (int steps = 0; steps < 6; steps++) {
            talk.begin().steps(steps);
        }
        talk.pump().carries(Role.CLIENT, Data.of(10)).carries(Role.SERVER, Data.of(10));
    }
}
