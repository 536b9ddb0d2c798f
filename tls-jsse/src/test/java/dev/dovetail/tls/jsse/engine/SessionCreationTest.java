package dev.dovetail.tls.jsse.engine;

import static dev.dovetail.tls.jsse.engine.Reconnections.resumed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends that may make no new session resume one, or fail. */
class SessionCreationTest {

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientWithoutASessionDoesNotBegin(String protocol) {
        SSLEngine client = withoutCreation(Reconnections.of(protocol).client());
        assertThatThrownBy(client::beginHandshake)
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("No existing session to resume")
                .hasMessageContaining("setEnableSessionCreation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientWithASessionResumesIt(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        ends.connect();
        assertThat(resumed(Reconnections.talk(withoutCreation(ends.client()), ends.server())))
                .isTrue();
        ends.connect().engine(Role.CLIENT).getSession().invalidate();
        assertThatThrownBy(() -> withoutCreation(ends.client()).beginHandshake())
                .isInstanceOf(SSLHandshakeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientWhoseSessionNobodyKnowsFails(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        ends.connect();
        Reconnections others = Reconnections.of(protocol).clients(ends.clients());
        Conversation talk = Conversation.between(withoutCreation(others.client()), others.server(), Plan.plain())
                .begin()
                .pump();
        assertThat(talk.client().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("no new session may be made"));
        assertThat(talk.server().failures()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aServerResumesOrFails(String protocol) {
        Reconnections ends = Reconnections.of(protocol);
        Conversation first = Conversation.between(ends.client(), withoutCreation(ends.server()), Plan.plain())
                .begin()
                .pump();
        assertThat(first.server().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("no new session may be made"));
        assertThat(first.client().failures()).hasSize(1);
        ends.connect();
        assertThat(resumed(Reconnections.talk(ends.client(), withoutCreation(ends.server()))))
                .isTrue();
    }

    private static SSLEngine withoutCreation(SSLEngine engine) {
        engine.setEnableSessionCreation(false);
        return engine;
    }
}
