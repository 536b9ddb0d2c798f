package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.TlsVersion;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OkHttp as the client; its own server, or Netty's, on the other side. Both of OkHttp's ends are sockets. */
@Timeout(300)
class OkHttpIT {

    static Stream<Pairing> pairings() {
        return Pairing.all();
    }

    static Stream<Pairing> newest() {
        return Pairing.newest();
    }

    static Stream<Pairing> withOthers() {
        return Pairing.withOthers();
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void http2WithNettyGoesOverOneConnection(Pairing pairing) throws IOException {
        try (NettyPages pages = Netty.pages(pairing.server(), pairing.version());
                Client client = new Client(pairing, Protocol.HTTP_2)) {
            client.echo(pages.port());
            for (int i = 0; i < 10; i++) client.hello(pages.port());

            assertThat(pages.met()).singleElement().satisfies(met -> assertServed(met, pairing, "h2"));
            Facts.assertNone(pages.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void http11WithNettyGoesOverOneConnection(Pairing pairing) throws IOException {
        try (NettyPages pages = Netty.pages(pairing.server(), pairing.version());
                Client client = new Client(pairing, Protocol.HTTP_1_1)) {
            client.echo(pages.port());
            for (int i = 0; i < 10; i++) client.hello(pages.port());

            assertThat(pages.met()).hasSize(1);
            Facts.assertNone(pages.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void http2WithOkHttpsServerGoesOverOneConnection(Pairing pairing) throws IOException {
        try (MockPages pages = new MockPages(pairing, false);
                Client client = new Client(pairing, Protocol.HTTP_2)) {
            client.echo(pages.port());
            for (int i = 0; i < 10; i++) client.hello(pages.port());

            assertThat(pages.met()).singleElement().satisfies(met -> assertServed(met, pairing, "h2"));
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void theServerSeesTheClientsCertificateAndRefusesAClientWithoutOne(Pairing pairing) throws IOException {
        try (MockPages pages = new MockPages(pairing, true);
                Client nobody = new Client(pairing, Protocol.HTTP_2);
                Client known = new Client(pairing, Protocol.HTTP_2, Pki.CLIENT)) {
            assertThatThrownBy(() -> nobody.hello(pages.port())).isInstanceOf(IOException.class);
            known.hello(pages.port());

            Met met = pages.met().get(1);
            assertThat(met.session().getPeerPrincipal().getName()).isEqualTo("CN=" + Pki.CLIENT_NAME);
        }
    }

    @ParameterizedTest
    @MethodSource("withOthers")
    void manyShortConnections(Pairing pairing) throws Exception {
        try (MockPages pages = new MockPages(pairing, false);
                Client client = new Client(pairing, Protocol.HTTP_1_1)) {
            Facts.manyTimes(() -> {
                client.hello(pages.port(), "close");
                return null;
            });

            assertThat(pages.met()).hasSize(Facts.MANY);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aDownloadThatIsCutIsAnErrorAndTheServerGoesOn(Pairing pairing) throws IOException {
        for (Cutter.Manner manner : Cutter.Manner.values()) {
            try (MockPages pages = new MockPages(pairing, false);
                    Cutter cutter = new Cutter(pages.port(), Cutter.Way.DOWN, 1 << 20, manner);
                    Client client = new Client(pairing, Protocol.HTTP_1_1)) {
                assertThatThrownBy(() -> client.large(cutter.port())).isInstanceOf(IOException.class);

                assertThat(cutter.cuts()).isPositive();
                client.hello(pages.port());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void anUploadThatIsCutIsAnErrorAndTheServerGoesOn(Pairing pairing) throws Exception {
        for (Protocol http : List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)) {
            try (NettyPages pages = Netty.pages(pairing.server(), pairing.version());
                    Cutter cutter =
                            new Cutter(pages.port(), Cutter.Way.UP, 1 << 20, Cutter.Manner.RESET, pages.asked());
                    Client client = new Client(pairing, http)) {
                assertThatThrownBy(() -> client.echo(cutter.port())).isInstanceOf(IOException.class);

                assertThat(pages.failures().poll(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isNotNull();
                client.hello(pages.port());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aHandshakeThatIsCutIsAnErrorAndTheServerGoesOn(Pairing pairing) throws IOException {
        try (MockPages pages = new MockPages(pairing, false);
                Client client = new Client(pairing, Protocol.HTTP_2)) {
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
                Client client = new Client(pairing, Protocol.HTTP_1_1)) {
            assertThatThrownBy(() -> client.hello(pages.port())).isInstanceOf(SSLHandshakeException.class);

            assertThat(pages.met()).isEmpty();
        }
    }

    private static void assertServed(Met met, Pairing pairing, String protocol) {
        assertThat(met.protocol()).isEqualTo(protocol);
        Facts.assertSession(met.session(), pairing.version(), pairing.server());
    }

    /** OkHttp's client, with what each of its connections and answers has to be like. */
    private static final class Client implements AutoCloseable {

        private final OkHttpClient client;
        private final Pairing pairing;
        private final Protocol http;

        Client(Pairing pairing, Protocol http, Issued... own) {
            this.pairing = pairing;
            this.http = http;
            client = new OkHttpClient.Builder()
                    .sslSocketFactory(pairing.client().context(own).getSocketFactory(), (X509TrustManager)
                            Stack.trust().getTrustManagers()[0])
                    .connectionSpecs(List.of(new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                            .tlsVersions(TlsVersion.forJavaName(pairing.version()))
                            .build()))
                    // OkHttp wants 1.1 in each list.
                    .protocols(http == Protocol.HTTP_2 ? List.of(http, Protocol.HTTP_1_1) : List.of(http))
                    .connectionPool(new ConnectionPool())
                    .retryOnConnectionFailure(false)
                    .callTimeout(Facts.PATIENCE)
                    .readTimeout(Facts.PATIENCE)
                    .addNetworkInterceptor(chain -> {
                        SSLSocket socket = (SSLSocket) chain.connection().socket();
                        pairing.client().assertMade(socket);
                        Facts.assertSession(socket.getSession(), pairing.version(), pairing.client());
                        return chain.proceed(chain.request());
                    })
                    .build();
        }

        void echo(int port) throws IOException {
            Facts.assertLarge(ask(request(port, "/echo").post(RequestBody.create(Facts.large()))));
        }

        void large(int port) throws IOException {
            Facts.assertLarge(ask(request(port, "/large")));
        }

        void hello(int port) throws IOException {
            hello(port, "keep-alive");
        }

        void hello(int port, String connection) throws IOException {
            byte[] body = ask(request(port, "/hello").header("Connection", connection));
            assertThat(body).asString().isEqualTo("hello");
        }

        @Override
        public void close() {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }

        private byte[] ask(Request.Builder request) throws IOException {
            try (Response response = client.newCall(request.build()).execute()) {
                assertThat(response.protocol()).isEqualTo(http);
                assertThat(response.handshake().tlsVersion().javaName()).isEqualTo(pairing.version());
                return response.body().bytes();
            }
        }

        private static Request.Builder request(int port, String path) {
            return new Request.Builder().url("https://localhost:" + port + path);
        }
    }
}
