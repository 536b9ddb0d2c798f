package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every web server has to do over our provider; the client is the JDK's, over its own stack and over ours. */
abstract class SiteTrials {

    /** As many connections at a time. */
    private static final int SIDE_BY_SIDE = 10;

    private static final int ROUNDS = 20;

    private final Site.Make make;

    SiteTrials(Site.Make make) {
        this.make = make;
    }

    static Stream<Call> calls() {
        return Call.toOurs();
    }

    static Stream<Pairing> pairings() {
        return Call.pairingsToOurs();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void negotiatesWhatTheClientSeesToo(Call call) throws Exception {
        try (Site site = start(false)) {
            HttpResponse<String> answer =
                    welcome(client(call, call.pairing().client().context()), site);

            assertThat(answer.body()).isEqualTo("Welcome, whoever you are");
            assertThat(answer.version()).isEqualTo(call.http());
            // A copy, so its class tells nothing.
            Facts.assertSession(answer.sslSession().orElseThrow(), version(call));
            assertThat(site.visits(Pages.WELCOME)).singleElement().satisfies(visit -> {
                assertThat(visit.http()).isEqualTo(call.protocol());
                Facts.assertSession(visit.session(), version(call), Stack.DOVETAIL);
                assertThat(visit.session().getCipherSuite())
                        .isEqualTo(answer.sslSession().orElseThrow().getCipherSuite());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void carriesLargeBodiesBothWays(Call call) throws Exception {
        try (Site site = start(false)) {
            HttpClient client = client(call, call.pairing().client().context());
            HttpRequest upload = HttpRequest.newBuilder(site.uri(Pages.ECHO))
                    .POST(BodyPublishers.ofByteArray(Facts.large()))
                    .timeout(Facts.PATIENCE)
                    .build();
            HttpResponse<byte[]> echo = Exchange.of(client, upload, BodyHandlers.ofByteArray());
            HttpResponse<byte[]> large = Exchange.of(client, get(site, Pages.LARGE), BodyHandlers.ofByteArray());

            Facts.assertLarge(echo.body());
            Facts.assertLarge(large.body());
            assertThat(echo.version()).isEqualTo(call.http());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void servesHundredsOfShortConnections(Pairing pairing) throws Exception {
        Call call = new Call(pairing, HttpClient.Version.HTTP_1_1);
        try (Site site = start(false)) {
            HttpClient client = client(call, pairing.client().context());
            for (int round = 0; round < ROUNDS; round++) {
                List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, SIDE_BY_SIDE)
                        .mapToObj(each -> client.sendAsync(get(site, Pages.FAREWELL), BodyHandlers.ofString()))
                        .toList();
                for (CompletableFuture<HttpResponse<String>> answer : answers) {
                    assertThat(Facts.await(answer).body()).isEqualTo("Farewell");
                }
            }
            assertThat(site.visits(Pages.FAREWELL)).hasSize(ROUNDS * SIDE_BY_SIDE);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void goesOnServingAfterEveryKindOfAbruptEnd(Pairing pairing) throws Exception {
        Call call = new Call(pairing, HttpClient.Version.HTTP_1_1);
        try (Site site = start(false)) {
            HttpClient next = client(call, pairing.client().context());
            for (Rudeness rudeness : Rudeness.values()) {
                for (boolean reset : new boolean[] {false, true}) {
                    rudeness.commit(site, pairing, reset);
                    assertThat(Exchange.of(next, get(site, Pages.FAREWELL), BodyHandlers.ofString())
                                    .body())
                            .as("after %s", rudeness)
                            .isEqualTo("Farewell");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void knowsTheClientByItsCertificate(Call call) throws Exception {
        try (Site site = start(true)) {
            SSLContext own = call.pairing().client().context(Pki.CLIENT);

            assertThat(welcome(client(call, own), site).body()).isEqualTo("Welcome, CN=" + Pki.CLIENT_NAME);
            assertThat(site.visits(Pages.WELCOME)).singleElement().satisfies(visit -> {
                assertThat(visit.http()).isEqualTo(call.protocol());
                assertThat(visit.session().getPeerCertificates()).startsWith(Pki.CLIENT.certificate());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void turnsAwayAClientWithoutACertificate(Call call) throws Exception {
        try (Site site = start(true)) {
            HttpClient nobody = client(call, call.pairing().client().context());

            assertThatIOException().isThrownBy(() -> welcome(nobody, site));
            assertThat(site.visits(Pages.WELCOME)).isEmpty();
            // And goes on with the next one.
            SSLContext own = call.pairing().client().context(Pki.CLIENT);
            assertThat(welcome(client(call, own), site).body()).isEqualTo("Welcome, CN=" + Pki.CLIENT_NAME);
        }
    }

    private Site start(boolean clients) throws Exception {
        return make.start(Stack.DOVETAIL.context(Pki.SERVER), clients);
    }

    private static HttpClient client(Call call, SSLContext context) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(Call.upTo(version(call)));
        return HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .version(call.http())
                .connectTimeout(Facts.PATIENCE)
                .build();
    }

    private static HttpRequest get(Site site, String path) {
        return HttpRequest.newBuilder(site.uri(path)).timeout(Facts.PATIENCE).build();
    }

    private static HttpResponse<String> welcome(HttpClient client, Site site) throws IOException, InterruptedException {
        return Exchange.of(client, get(site, Pages.WELCOME), BodyHandlers.ofString());
    }

    private static String version(Call call) {
        return call.pairing().version();
    }
}
