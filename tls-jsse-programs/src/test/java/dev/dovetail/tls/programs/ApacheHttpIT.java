package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Apache HttpClient and HttpCore's server, the blocking ones: sockets and a server socket. */
@org.junit.jupiter.api.Timeout(300)
class ApacheHttpIT {

    static Stream<Pairing> pairings() {
        return Pairing.all();
    }

    static Stream<Pairing> withOthers() {
        return Pairing.withOthers();
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void largeBodiesGoBothWaysOnOneConnection(Pairing pairing) throws IOException {
        try (ApachePages pages = new ApachePages(pairing, false);
                Client client = new Client(pairing)) {
            client.echo(pages.port());
            for (int i = 0; i < 10; i++) client.hello(pages.port());

            assertThat(pages.met())
                    .hasSize(11)
                    .allSatisfy(met -> Facts.assertSession(met.session(), pairing.version(), pairing.server()));
            assertThat(pages.clients()).hasSize(1);
            Facts.assertNone(pages.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void theServerSeesTheClientsCertificateAndRefusesAClientWithoutOne(Pairing pairing) throws IOException {
        try (ApachePages pages = new ApachePages(pairing, true);
                Client nobody = new Client(pairing);
                Client known = new Client(pairing, Pki.CLIENT)) {
            assertThatThrownBy(() -> nobody.hello(pages.port())).isInstanceOf(IOException.class);
            known.hello(pages.port());

            assertThat(pages.met())
                    .singleElement()
                    .satisfies(
                            met -> assertThat(met.session().getPeerPrincipal().getName())
                                    .isEqualTo("CN=" + Pki.CLIENT_NAME));
        }
    }

    @ParameterizedTest
    @MethodSource("withOthers")
    void manyShortConnections(Pairing pairing) throws Exception {
        try (ApachePages pages = new ApachePages(pairing, false);
                Client client = new Client(pairing)) {
            Facts.manyTimes(() -> {
                client.hello(pages.port(), "close");
                return null;
            });

            assertThat(pages.met()).hasSize(Facts.MANY);
            Facts.assertNone(pages.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aDownloadThatIsCutIsAnErrorToBothAndTheServerGoesOn(Pairing pairing) throws Exception {
        for (Cutter.Manner manner : Cutter.Manner.values()) {
            try (ApachePages pages = new ApachePages(pairing, false);
                    Cutter cutter = new Cutter(pages.port(), Cutter.Way.DOWN, 1 << 20, manner);
                    Client client = new Client(pairing)) {
                assertThatThrownBy(() -> client.large(cutter.port())).isInstanceOf(IOException.class);

                assertThat(pages.failures().poll(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isInstanceOf(IOException.class);
                client.hello(pages.port());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void anUploadThatIsCutIsAnErrorToBothAndTheServerGoesOn(Pairing pairing) throws Exception {
        try (ApachePages pages = new ApachePages(pairing, false);
                Cutter cutter = new Cutter(pages.port(), Cutter.Way.UP, 1 << 20, Cutter.Manner.RESET);
                Client client = new Client(pairing)) {
            assertThatThrownBy(() -> client.echo(cutter.port())).isInstanceOf(IOException.class);

            assertThat(cutter.cuts()).isPositive();
            client.hello(pages.port());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aHandshakeThatIsCutIsAnErrorAndTheServerGoesOn(Pairing pairing) throws IOException {
        try (ApachePages pages = new ApachePages(pairing, false);
                Client client = new Client(pairing)) {
            for (Cutter.Way way : Cutter.Way.values()) {
                try (Cutter cutter = new Cutter(pages.port(), way, 60, Cutter.Manner.END)) {
                    assertThatThrownBy(() -> client.hello(cutter.port())).isInstanceOf(IOException.class);
                    assertThat(cutter.cuts()).isPositive();
                }
            }
            client.hello(pages.port());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aServerThatNobodyTrustsIsNotTalkedTo(Pairing pairing) throws IOException {
        try (HttpsPages pages = new HttpsPages(pairing.server().context(Pki.STRANGER), pairing.version(), false);
                Client client = new Client(pairing)) {
            assertThatThrownBy(() -> client.hello(pages.port())).isInstanceOf(SSLHandshakeException.class);

            assertThat(pages.met()).isEmpty();
        }
    }

    /** Apache's client, with what each of its sessions has to be like. */
    private static final class Client implements AutoCloseable {

        private final CloseableHttpClient client;
        private final Pairing pairing;

        Client(Pairing pairing, Issued... own) {
            this.pairing = pairing;
            client = HttpClients.custom()
                    .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                            .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                                    .setSslContext(pairing.client().context(own))
                                    .setTlsVersions(pairing.version())
                                    .buildClassic())
                            .setDefaultSocketConfig(SocketConfig.custom()
                                    .setSoTimeout(Timeout.of(Facts.PATIENCE))
                                    .build())
                            .setMaxConnPerRoute(10)
                            .build())
                    .disableAutomaticRetries()
                    .build();
        }

        void echo(int port) throws IOException {
            HttpPost request = new HttpPost(url(port, "/echo"));
            request.setEntity(new ByteArrayEntity(Facts.large(), ContentType.APPLICATION_OCTET_STREAM));
            Facts.assertLarge(ask(request));
        }

        void large(int port) throws IOException {
            Facts.assertLarge(ask(new HttpGet(url(port, "/large"))));
        }

        void hello(int port) throws IOException {
            hello(port, "keep-alive");
        }

        void hello(int port, String connection) throws IOException {
            HttpGet request = new HttpGet(url(port, "/hello"));
            request.setHeader("Connection", connection);
            assertThat(ask(request)).asString().isEqualTo("hello");
        }

        @Override
        public void close() throws IOException {
            client.close();
        }

        private byte[] ask(HttpUriRequestBase request) throws IOException {
            HttpClientContext context = HttpClientContext.create();
            byte[] body = client.execute(request, context, response -> EntityUtils.toByteArray(response.getEntity()));
            SSLSession session = context.getSSLSession();
            Facts.assertSession(session, pairing.version(), pairing.client());
            return body;
        }

        private static String url(int port, String path) {
            return "https://localhost:" + port + path;
        }
    }
}
