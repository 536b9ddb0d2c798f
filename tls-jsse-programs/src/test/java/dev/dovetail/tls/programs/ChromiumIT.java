package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chromium loads a page that a web server serves over our provider. */
@Isolated("a browser is many busy processes, and waits for none of them forever")
class ChromiumIT {

    private static final String COMPARED = Facts.LARGE + " and the same";

    /** Where Debian's Chromium looks for what an administrator demands. */
    private static final Path POLICIES = Path.of("/etc/chromium/policies/managed");

    static Stream<Arguments> sites() {
        return Stream.of(Pairing.TLS_1_3, Pairing.TLS_1_2)
                .flatMap(version -> Stream.of(
                        Arguments.of(make("Jetty", JettySite::start), version),
                        Arguments.of(make("Tomcat", TomcatSite::start), version),
                        Arguments.of(make("Undertow", UndertowSite::start), version)));
    }

    @ParameterizedTest
    @MethodSource("sites")
    void loadsAPageAndFetchesAndSendsByHttp2(Site.Make make, String version) throws Exception {
        try (Site site = start(make, Pki.SERVER, false);
                Chromium chromium = Chromium.start(upTo(version))) {
            JsonNode response = chromium.load(site.uri(Pages.HOME));

            assertThat(response.get("status").intValue()).isEqualTo(200);
            assertThat(response.get("protocol").textValue()).isEqualTo("h2");
            assertThat(chromium.evaluate("comparison")).isEqualTo(COMPARED);
            assertThat(site.visits(Pages.ECHO)).singleElement();
            assertThat(site.visits(Pages.HOME)).singleElement().satisfies(visit -> {
                assertThat(visit.http()).isEqualTo("HTTP/2.0");
                assertBothSaw(response.get("securityDetails"), visit, version);
            });
        }
    }

    @Test
    void loadsAPageAndFetchesAndSendsByHttp11() throws Exception {
        try (Site site = start(UndertowSite::start, Pki.SERVER, false);
                Chromium chromium = Chromium.start(List.of("--disable-http2"))) {
            JsonNode response = chromium.load(site.uri(Pages.HOME));

            assertThat(response.get("protocol").textValue()).isEqualTo("http/1.1");
            assertThat(chromium.evaluate("comparison")).isEqualTo(COMPARED);
            assertThat(site.visits(Pages.HOME)).singleElement().satisfies(visit -> {
                assertThat(visit.http()).isEqualTo("HTTP/1.1");
                assertBothSaw(response.get("securityDetails"), visit, Pairing.TLS_1_3);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void showsItsCertificate(String version) throws Exception {
        try (Site site = start(UndertowSite::start, Pki.SERVER, true);
                Policy policy = Policy.put();
                Chromium chromium = Chromium.start(upTo(version), Pki.CLIENT)) {
            JsonNode response = chromium.load(site.uri(Pages.HOME));

            assertThat(response.get("status").intValue()).isEqualTo(200);
            assertThat(chromium.evaluate("comparison")).isEqualTo(COMPARED);
            assertThat(site.visits(Pages.HOME)).singleElement().satisfies(visit -> {
                assertThat(visit.client()).contains("CN=" + Pki.CLIENT_NAME);
                assertBothSaw(response.get("securityDetails"), visit, version);
            });
        }
    }

    @Test
    void refusesAStranger() throws Exception {
        try (Site stranger = start(UndertowSite::start, Pki.STRANGER, false);
                Chromium chromium = Chromium.start(List.of())) {
            assertThat(chromium.navigate(stranger.uri(Pages.HOME))).isEqualTo("net::ERR_CERT_AUTHORITY_INVALID");
            assertThat(stranger.pages().visits()).isEmpty();
        }
    }

    private static void assertBothSaw(JsonNode details, Visit visit, String version) {
        Facts.assertSession(visit.session(), version, Stack.DOVETAIL);
        assertThat(details.get("protocol").textValue()).isEqualTo(version.replace("TLSv", "TLS "));
        assertThat(visit.session().getCipherSuite())
                .contains("_" + details.get("cipher").textValue());
        assertThat(details.get("keyExchangeGroup").textValue()).isEqualTo(group(version));
        assertThat(details.get("subjectName").textValue()).isEqualTo("localhost");
    }

    /** What Chromium likes best of what the server has. */
    private static String group(String version) {
        boolean hybrid = version.equals(Pairing.TLS_1_3)
                && Stack.DOVETAIL.provider().getName().equals("Dovetail");
        return hybrid ? "X25519MLKEM768" : "X25519";
    }

    private static List<String> upTo(String version) {
        return List.of("--ssl-version-max=" + version.replace("TLSv", "tls"));
    }

    private static Site start(Site.Make make, Issued own, boolean clients) throws Exception {
        return make.start(Stack.DOVETAIL.context(own), clients);
    }

    private static Named<Site.Make> make(String name, Site.Make make) {
        return Named.of(name, make);
    }

    /** What an administrator demands of Chromium; taken back when this is closed. */
    private record Policy(Path file) implements AutoCloseable {

        /**
         * Shows a certificate of our root unasked. To any port, for Chromium heeds but one of several files, and a run
         * beside this one may have put another there.
         */
        private static final String TEXT = """
                {"AutoSelectCertificateForUrls": [
                  "{\\"pattern\\": \\"https://localhost\\", \\"filter\\": {\\"ISSUER\\": {\\"CN\\": \\"%s\\"}}}"
                ]}
                """;

        static Policy put() throws IOException {
            String root = Pki.ROOT.certificate().getSubjectX500Principal().getName();
            String text = TEXT.formatted(root.substring("CN=".length()));
            try {
                Files.createDirectories(POLICIES);
                return new Policy(Files.writeString(Files.createTempFile(POLICIES, "dovetail", ".json"), text));
            } catch (IOException e) {
                Program.require(false, "Chromium can't be told to show a certificate: no policy can be written: " + e);
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            Files.delete(file);
        }
    }
}
