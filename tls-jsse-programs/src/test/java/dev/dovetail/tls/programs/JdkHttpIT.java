package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own HttpClient and HttpsServer. HTTP/2, which that server does not speak, is Netty's. */
@Timeout(300)
class JdkHttpIT {

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
    void largeBodiesGoBothWaysOnOneConnection(Pairing pairing) throws Exception {
        try (HttpsPages pages = pages(pairing, false)) {
            HttpClient client = client(pairing, HttpClient.Version.HTTP_1_1);
            HttpResponse<byte[]> response = Exchange.of(client, echo(pages.port()), BodyHandlers.ofByteArray());
            Facts.assertLarge(response.body());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            Facts.assertSession(response.sslSession().orElseThrow(), pairing.version());
            for (int i = 0; i < 10; i++) assertHello(client, pages.port());

            assertThat(pages.met()).hasSize(11).allSatisfy(met -> assertServed(met, pairing));
            assertThat(pages.connections()).isOne();
            Facts.assertNone(pages.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void alpnAgreesOnHttp2AndOneConnectionCarriesAllStreams(Pairing pairing) throws Exception {
        try (NettyPages pages = Netty.pages(pairing.server(), pairing.version())) {
            HttpClient client = client(pairing, HttpClient.Version.HTTP_2);
            // The first alone, so that the others find its connection.
            assertEchoed(Facts.await(send(client, pages)), pairing);
            CompletableFuture<HttpResponse<byte[]>> large = send(client, pages);
            for (int i = 0; i < 10; i++) assertHello(client, pages.port());
            assertEchoed(Facts.await(large), pairing);

            assertThat(pages.met()).singleElement().satisfies(met -> {
                assertServed(met, pairing);
                assertThat(met.protocol()).isEqualTo("h2");
            });
            Facts.assertNone(pages.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void aClientThatOffersHttp11AloneGetsIt(Pairing pairing) throws Exception {
        try (NettyPages pages = Netty.pages(pairing.server(), pairing.version())) {
            HttpResponse<byte[]> response = Exchange.of(
                    client(pairing, HttpClient.Version.HTTP_1_1),
                    page(pages.port(), "/hello"),
                    BodyHandlers.ofByteArray());

            assertThat(response.body()).asString().isEqualTo("hello");
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(pages.met())
                    .extracting(Met::protocol)
                    .doesNotContain("h2")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void theServerSeesTheClientsCertificateAndRefusesAClientWithoutOne(Pairing pairing) throws Exception {
        try (HttpsPages pages = pages(pairing, true)) {
            HttpRequest request = page(pages.port(), "/hello");
            HttpClient nobody = client(pairing, HttpClient.Version.HTTP_1_1);
            assertThatThrownBy(() -> Exchange.of(nobody, request, BodyHandlers.ofByteArray()))
                    .isInstanceOf(IOException.class);

            HttpClient known = client(pairing, HttpClient.Version.HTTP_1_1, Pki.CLIENT);
            assertThat(Exchange.of(known, request, BodyHandlers.ofByteArray()).body())
                    .asString()
                    .isEqualTo("hello");

            assertThat(pages.met())
                    .singleElement()
                    .satisfies(
                            met -> assertThat(met.session().getPeerPrincipal().getName())
                                    .isEqualTo("CN=" + Pki.CLIENT_NAME));
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void aServerThatAsksForNoCertificateKnowsNobody(Pairing pairing) throws Exception {
        try (HttpsPages pages = pages(pairing, false)) {
            Exchange.of(
                    client(pairing, HttpClient.Version.HTTP_1_1, Pki.CLIENT),
                    page(pages.port(), "/hello"),
                    BodyHandlers.ofByteArray());

            assertThat(pages.met())
                    .singleElement()
                    .satisfies(met -> assertThatThrownBy(() -> met.session().getPeerCertificates())
                            .isInstanceOf(SSLPeerUnverifiedException.class));
        }
    }

    @ParameterizedTest
    @MethodSource("withOthers")
    void manyShortConnections(Pairing pairing) throws Exception {
        try (HttpsPages pages = pages(pairing, false)) {
            HttpClient client = client(pairing, HttpClient.Version.HTTP_1_1);
            HttpRequest request = page(pages.port(), "/last");

            Facts.manyTimes(() -> assertThat(Exchange.of(client, request, BodyHandlers.ofByteArray())
                            .body())
                    .asString()
                    .isEqualTo("hello"));

            assertThat(pages.met()).hasSize(Facts.MANY);
            assertThat(pages.connections()).isEqualTo(Facts.MANY);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aDownloadThatIsCutIsAnErrorAndTheServerGoesOn(Pairing pairing) throws Exception {
        try (HttpsPages pages = pages(pairing, false);
                Cutter cutter = new Cutter(pages.port(), Cutter.Way.DOWN, 1 << 20, Cutter.Manner.END)) {
            HttpClient client = client(pairing, HttpClient.Version.HTTP_1_1);

            assertThatThrownBy(() -> Exchange.of(client, page(cutter.port(), "/large"), BodyHandlers.ofByteArray()))
                    .isInstanceOf(IOException.class);

            assertThat(cutter.cuts()).isPositive();
            assertHello(client, pages.port());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void anUploadThatIsCutIsAnErrorToTheServerWhichGoesOn(Pairing pairing) throws Exception {
        try (HttpsPages pages = pages(pairing, false);
                Cutter cutter = new Cutter(pages.port(), Cutter.Way.UP, 1 << 20, Cutter.Manner.RESET, pages.asked())) {
            HttpClient client = client(pairing, HttpClient.Version.HTTP_1_1);

            assertThatThrownBy(() -> Exchange.of(client, echo(cutter.port()), BodyHandlers.ofByteArray()))
                    .isInstanceOf(IOException.class);

            assertThat(pages.failures().poll(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isNotNull();
            assertHello(client, pages.port());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aHandshakeThatIsCutIsAnErrorAndTheServerGoesOn(Pairing pairing) throws Exception {
        try (HttpsPages pages = pages(pairing, false)) {
            HttpClient client = client(pairing, HttpClient.Version.HTTP_1_1);
            for (Cutter.Way way : Cutter.Way.values()) {
                try (Cutter cutter = new Cutter(pages.port(), way, 60, Cutter.Manner.END)) {
                    assertThatThrownBy(() ->
                                    Exchange.of(client, page(cutter.port(), "/hello"), BodyHandlers.ofByteArray()))
                            .isInstanceOf(IOException.class);
                    assertThat(cutter.cuts()).isPositive();
                }
                assertHello(client, pages.port());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aServerThatNobodyTrustsIsNotTalkedTo(Pairing pairing) throws Exception {
        try (HttpsPages pages = new HttpsPages(pairing.server().context(Pki.STRANGER), pairing.version(), false)) {
            HttpClient client = client(pairing, HttpClient.Version.HTTP_1_1);

            assertThatThrownBy(() -> Exchange.of(client, page(pages.port(), "/hello"), BodyHandlers.ofByteArray()))
                    .isInstanceOf(SSLHandshakeException.class);

            assertThat(pages.met()).isEmpty();
        }
    }

    private static void assertHello(HttpClient client, int port) throws Exception {
        assertThat(Exchange.of(client, page(port, "/hello"), BodyHandlers.ofByteArray())
                        .body())
                .asString()
                .isEqualTo("hello");
    }

    private static void assertServed(Met met, Pairing pairing) {
        Facts.assertSession(met.session(), pairing.version(), pairing.server());
    }

    private static void assertEchoed(HttpResponse<byte[]> response, Pairing pairing) {
        Facts.assertLarge(response.body());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        Facts.assertSession(response.sslSession().orElseThrow(), pairing.version());
    }

    private static CompletableFuture<HttpResponse<byte[]>> send(HttpClient client, NettyPages pages) {
        return client.sendAsync(echo(pages.port()), BodyHandlers.ofByteArray());
    }

    private static HttpRequest echo(int port) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/echo"))
                .timeout(Facts.PATIENCE)
                .POST(BodyPublishers.ofByteArray(Facts.large()))
                .build();
    }

    private static HttpRequest page(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Facts.PATIENCE)
                .build();
    }

    private static HttpsPages pages(Pairing pairing, boolean clientCertificate) throws IOException {
        return new HttpsPages(pairing.server().context(Pki.SERVER), pairing.version(), clientCertificate);
    }

    private static HttpClient client(Pairing pairing, HttpClient.Version http, Issued... own) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {pairing.version()});
        return HttpClient.newBuilder()
                .version(http)
                .sslContext(pairing.client().context(own))
                .sslParameters(parameters)
                .build();
    }
}
