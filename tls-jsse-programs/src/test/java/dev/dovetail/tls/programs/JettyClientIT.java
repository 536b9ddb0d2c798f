package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Issued;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jetty's client asks over our provider; its server answers over the JDK's, and over ours too. */
class JettyClientIT {

    static Stream<Call> calls() {
        return Call.ofOurs();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void seesWhatTheServerSees(Call call) throws Exception {
        try (Site site = start(call, Pki.SERVER, true);
                Client client = Client.start(call, Pki.CLIENT)) {
            Request request = client.http.newRequest(site.uri(Pages.WELCOME));
            ContentResponse answer = request.timeout(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .send();

            assertThat(answer.getContentAsString()).isEqualTo("Welcome, CN=" + Pki.CLIENT_NAME);
            assertThat(answer.getVersion().asString()).isEqualTo(call.protocol());
            SSLSession session = request.getConnection().getSslSessionData().sslSession();
            Facts.assertSession(
                    session, call.pairing().version(), call.pairing().client());
            assertThat(site.visits(Pages.WELCOME)).singleElement().satisfies(visit -> {
                assertThat(visit.http()).isEqualTo(call.protocol());
                assertThat(visit.session().getCipherSuite()).isEqualTo(session.getCipherSuite());
                Facts.assertSession(
                        visit.session(),
                        call.pairing().version(),
                        call.pairing().server());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void carriesLargeBodiesBothWays(Call call) throws Exception {
        try (Site site = start(call, Pki.SERVER, false);
                Client client = Client.start(call)) {
            Request upload = client.http
                    .newRequest(site.uri(Pages.ECHO))
                    .method(HttpMethod.POST)
                    .body(new BytesRequestContent(Facts.large()));
            ContentResponse echo = Facts.await(new CompletableResponseListener(upload, Facts.LARGE).send());

            Facts.assertLarge(echo.getContent());
            assertThat(echo.getVersion().asString()).isEqualTo(call.protocol());
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesAStranger(Call call) throws Exception {
        try (Site site = start(call, Pki.STRANGER, false);
                Client client = Client.start(call)) {
            assertThatThrownBy(() -> client.http.GET(site.uri(Pages.WELCOME)))
                    .isInstanceOf(ExecutionException.class)
                    .rootCause()
                    .hasMessageContaining("certification path");
            assertThat(site.pages().visits()).isEmpty();
        }
    }

    private static Site start(Call call, Issued own, boolean clients) throws Exception {
        return JettySite.start(call.pairing().server().context(own), clients);
    }

    private record Client(HttpClient http) implements AutoCloseable {

        static Client start(Call call, Issued... own) throws Exception {
            SslContextFactory.Client tls = new SslContextFactory.Client();
            tls.setSslContext(call.pairing().client().context(own));
            tls.setIncludeProtocols(call.pairing().version());
            ClientConnector connector = new ClientConnector();
            connector.setSslContextFactory(tls);
            ClientConnectionFactory.Info version = call.http() == java.net.http.HttpClient.Version.HTTP_2
                    ? new ClientConnectionFactoryOverHTTP2.HTTP2(new HTTP2Client(connector))
                    : HttpClientConnectionFactory.HTTP11;
            HttpClient http = new HttpClient(new HttpClientTransportDynamic(connector, version));
            http.start();
            return new Client(http);
        }

        @Override
        public void close() throws Exception {
            http.stop();
        }
    }
}
