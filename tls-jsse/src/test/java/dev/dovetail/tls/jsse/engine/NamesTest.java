package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that are sent along: of servers (RFC 6066 3) and of application protocols (RFC 7301). */
class NamesTest {

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void theServerSeesWhichNameIsAskedFor(Course course) {
        Conversation talk = course.begin(Plan.plain());
        asks(talk.engine(Role.CLIENT), Contexts.HOST);
        accepts(talk.engine(Role.SERVER), "local.*");
        talk.handshake();
        ExtendedSSLSession session =
                (ExtendedSSLSession) talk.engine(Role.SERVER).getSession();
        assertThat(session.getRequestedServerNames()).containsExactly(new SNIHostName(Contexts.HOST));
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aNameThatTheServerDoesNotAnswerToIsRefused(Course course) {
        Conversation talk = course.begin(Plan.plain());
        asks(talk.engine(Role.CLIENT), Contexts.HOST);
        accepts(talk.engine(Role.SERVER), "other\\.example");
        talk.begin().pump();
        for (Role role : Role.values()) {
            assertThat(talk.end(role).failures()).as(talk.toString()).isNotEmpty();
            assertThat(talk.end(role).failures().get(0)).isInstanceOf(SSLHandshakeException.class);
        }
        talk.over();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aNameThatTheCertificateDoesNotHaveIsRefusedWhereTheClientChecks(Course course) {
        for (String name : new String[] {Contexts.HOST, "127.0.0.1", "other.example"}) {
            SSLEngine client = Contexts.OWN.clientWithoutKey().createSSLEngine(name, 443);
            client.setUseClientMode(true);
            SSLParameters parameters = client.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(parameters);
            Conversation talk = Conversation.between(client, course.server(), Plan.plain());
            if (name.startsWith("other")) {
                talk.begin().pump().over();
                assertThat(talk.client().failures()).first().isInstanceOf(SSLHandshakeException.class);
            } else {
                talk.handshake();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12", "TLS13_ALPN", "TLS12_ALPN"})
    void theApplicationProtocolIsKnownInTime(Course course) {
        Conversation talk = course.begin(Plan.plain());
        for (Role role : Role.values()) {
            assertThat(talk.engine(role).getApplicationProtocol()).isNull();
            assertThat(talk.engine(role).getHandshakeApplicationProtocol()).isNull();
        }
        talk.handshake();
        String agreed = course.name().endsWith("ALPN") ? "http/1.1" : "";
        for (Role role : Role.values()) {
            assertThat(talk.engine(role).getApplicationProtocol()).isEqualTo(agreed);
            assertThat(talk.engine(role).getHandshakeApplicationProtocol()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13_ALPN", "TLS12_ALPN"})
    void aSelectorChoosesAmongWhatIsOffered(Course course) {
        Conversation talk = course.begin(Plan.plain());
        SSLEngine server = talk.engine(Role.SERVER);
        server.setHandshakeApplicationProtocolSelector((engine, offered) -> {
            assertThat(engine).isSameAs(server);
            assertThat(engine.getHandshakeSession()).isNotNull();
            assertThat(offered).isEqualTo(List.of("h3", "h2", "http/1.1"));
            return "h2";
        });
        assertThat(server.getHandshakeApplicationProtocolSelector()).isNotNull();
        talk.handshake();
        for (Role role : Role.values())
            assertThat(talk.engine(role).getApplicationProtocol()).isEqualTo("h2");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13_ALPN", "TLS12_ALPN"})
    void aSelectorMayChooseNone(Course course) {
        Conversation talk = course.begin(Plan.plain());
        talk.engine(Role.SERVER).setHandshakeApplicationProtocolSelector((engine, offered) -> "");
        talk.handshake();
        for (Role role : Role.values())
            assertThat(talk.engine(role).getApplicationProtocol()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13_ALPN", "TLS12_ALPN"})
    void aSelectorMayRefuse(Course course) {
        Conversation talk = course.begin(Plan.plain());
        talk.engine(Role.SERVER).setHandshakeApplicationProtocolSelector((engine, offered) -> null);
        talk.begin().pump().over();
        for (Role role : Role.values()) {
            assertThat(talk.end(role).failures()).first().isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static void asks(SSLEngine client, String name) {
        SSLParameters parameters = client.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        client.setSSLParameters(parameters);
    }

    private static void accepts(SSLEngine server, String pattern) {
        SSLParameters parameters = server.getSSLParameters();
        List<SNIMatcher> matchers = List.of(SNIHostName.createSNIMatcher(pattern));
        parameters.setSNIMatchers(matchers);
        server.setSSLParameters(parameters);
    }
}
