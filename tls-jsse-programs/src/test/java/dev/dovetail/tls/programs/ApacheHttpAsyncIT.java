package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Apache HttpClient and HttpCore's server, the asynchronous ones: engines, with HTTP/2 and HTTP/1.1. */
@Timeout(300)
class ApacheHttpAsyncIT {

    static Stream<Pairing> pairings() {
        return Pairing.all();
    }

    static Stream<Pairing> newest() {
        return Pairing.newest();
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void alpnAgreesOnHttp2AndStreamsShareAConnection(Pairing pairing) throws Exception {
        try (ApacheAsyncPages pages = new ApacheAsyncPages(pairing, false);
                Client client = new Client(pairing, HttpVersionPolicy.NEGOTIATE)) {
            client.hello(pages.port());
            Future<SimpleHttpResponse> large = client.echo(pages.port());
            List<Future<SimpleHttpResponse>> small = IntStream.range(0, 50)
                    .mapToObj(i -> client.page(pages.port(), "/hello"))
                    .toList();
            for (Future<SimpleHttpResponse> each : small) assertHello(client.await(each));
            SimpleHttpResponse response = client.await(large);
            Facts.assertLarge(response.getBodyBytes());

            assertThat(response.getVersion()).isEqualTo(HttpVersion.HTTP_2);
            assertServed(pages, pairing, "h2");
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void http11IsAgreedOnAsWell(Pairing pairing) throws Exception {
        try (ApacheAsyncPages pages = new ApacheAsyncPages(pairing, false);
                Client client = new Client(pairing, HttpVersionPolicy.FORCE_HTTP_1)) {
            SimpleHttpResponse response = client.await(client.echo(pages.port()));
            Facts.assertLarge(response.getBodyBytes());
            for (int i = 0; i < 10; i++) client.hello(pages.port());

            assertThat(response.getVersion()).isEqualTo(HttpVersion.HTTP_1_1);
            assertThat(pages.met()).hasSize(1);
            Facts.assertNone(pages.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void theServerSeesTheClientsCertificateAndRefusesAClientWithoutOne(Pairing pairing) throws Exception {
        try (ApacheAsyncPages pages = new ApacheAsyncPages(pairing, true);
                Client nobody = new Client(pairing, HttpVersionPolicy.NEGOTIATE);
                Client known = new Client(pairing, HttpVersionPolicy.NEGOTIATE, Pki.CLIENT)) {
            assertThatThrownBy(() -> nobody.hello(pages.port()))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class);
            known.hello(pages.port());

            assertThat(pages.met())
                    .singleElement()
                    .satisfies(
                            met -> assertThat(met.session().getPeerPrincipal().getName())
                                    .isEqualTo("CN=" + Pki.CLIENT_NAME));
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aDownloadThatIsCutIsAnErrorToBothAndTheServerGoesOn(Pairing pairing) throws Exception {
        for (Cutter.Manner manner : Cutter.Manner.values()) {
            try (ApacheAsyncPages pages = new ApacheAsyncPages(pairing, false);
                    Cutter cutter = new Cutter(pages.port(), Cutter.Way.DOWN, 1 << 20, manner);
                    Client client = new Client(pairing, HttpVersionPolicy.NEGOTIATE)) {
                assertThatThrownBy(() -> client.await(client.page(cutter.port(), "/large")))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IOException.class);

                assertThat(cutter.cuts()).isPositive();
                client.hello(pages.port());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void anUploadThatIsCutIsAnErrorToBothAndTheServerGoesOn(Pairing pairing) throws Exception {
        try (ApacheAsyncPages pages = new ApacheAsyncPages(pairing, false);
                Cutter cutter = new Cutter(pages.port(), Cutter.Way.UP, 1 << 20, Cutter.Manner.RESET);
                Client client = new Client(pairing, HttpVersionPolicy.NEGOTIATE)) {
            assertThatThrownBy(() -> client.await(client.echo(cutter.port())))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class);

            assertThat(pages.failures().poll(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(IOException.class);
            client.hello(pages.port());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aHandshakeThatIsCutIsAnErrorAndTheServerGoesOn(Pairing pairing) throws Exception {
        try (ApacheAsyncPages pages = new ApacheAsyncPages(pairing, false);
                Client client = new Client(pairing, HttpVersionPolicy.NEGOTIATE)) {
            for (Cutter.Way way : Cutter.Way.values()) {
                try (Cutter cutter = new Cutter(pages.port(), way, 60, Cutter.Manner.END)) {
                    assertThatThrownBy(() -> client.hello(cutter.port()))
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(IOException.class);
                    assertThat(cutter.cuts()).isPositive();
                }
            }
            client.hello(pages.port());
        }
    }

    private static void assertHello(SimpleHttpResponse response) {
        assertThat(response.getBodyText()).isEqualTo("hello");
    }

    private static void assertServed(ApacheAsyncPages pages, Pairing pairing, String protocol) {
        assertThat(pages.met()).singleElement().satisfies(met -> {
            assertThat(met.protocol()).isEqualTo(protocol);
            Facts.assertSession(met.session(), pairing.version(), pairing.server());
        });
        Facts.assertNone(pages.failures());
    }

    /** Apache's client, with what each of its sessions has to be like. */
    private static final class Client implements AutoCloseable {

        private final CloseableHttpAsyncClient client;
        private final Pairing pairing;

        Client(Pairing pairing, HttpVersionPolicy policy, Issued... own) {
            this.pairing = pairing;
            client = HttpAsyncClients.custom()
                    .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                            .setTlsStrategy(ClientTlsStrategyBuilder.create()
                                    .setSslContext(pairing.client().context(own))
                                    .setTlsVersions(pairing.version())
                                    .buildAsync())
                            .setDefaultTlsConfig(
                                    TlsConfig.custom().setVersionPolicy(policy).build())
                            .setMessageMultiplexing(true)
                            // An answer is there a moment before its connection is free again.
                            .setMaxConnPerRoute(1)
                            .build())
                    .disableAutomaticRetries()
                    .build();
            client.start();
        }

        Future<SimpleHttpResponse> echo(int port) {
            return ask(SimpleRequestBuilder.post(url(port, "/echo"))
                    .setBody(Facts.large(), ContentType.APPLICATION_OCTET_STREAM));
        }

        Future<SimpleHttpResponse> page(int port, String path) {
            return ask(SimpleRequestBuilder.get(url(port, path)));
        }

        void hello(int port) throws Exception {
            HttpClientContext context = HttpClientContext.create();
            assertHello(await(
                    client.execute(SimpleRequestBuilder.get(url(port, "/hello")).build(), context, null)));
            Facts.assertSession(context.getSSLSession(), pairing.version(), pairing.client());
        }

        SimpleHttpResponse await(Future<SimpleHttpResponse> response) throws Exception {
            return response.get(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            client.close(CloseMode.IMMEDIATE);
        }

        private Future<SimpleHttpResponse> ask(SimpleRequestBuilder request) {
            return client.execute(request.build(), null);
        }

        private static String url(int port, String path) {
            return "https://localhost:" + port + path;
        }
    }
}
