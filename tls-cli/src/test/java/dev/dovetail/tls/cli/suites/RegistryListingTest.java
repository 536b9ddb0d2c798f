package dev.dovetail.tls.cli.suites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.cli.suites.RegistryListing.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What Dovetail has of IANA's registry, counted. */
class RegistryListingTest {

    private static final Catalog CATALOG = Catalog.discover();
    private static final List<Verdict> VERDICTS = new RegistryListing(CATALOG).verdicts();

    @Test
    void theRegistryHas354RowsThatAreSuites() {
        assertThat(VERDICTS).hasSize(448);
        assertThat(VERDICTS.stream().filter(Verdict::suite)).hasSize(354);
        assertThat(count(VERDICTS.stream().filter(row -> !row.suite()).toList()))
                .isEqualTo(Map.of("unassigned", 69L, "reserved", 23L, "signal", 2L));
    }

    @Test
    void leavesOutOnlyWhatItSays() {
        List<Verdict> unusable = VERDICTS.stream()
                .filter(row -> row.suite() && !row.usable() && !row.kind().equals("missing"))
                .toList();

        assertThat(count(unusable))
                .isEqualTo(Map.of(
                        "initial state", 1L,
                        "export-grade", 15L,
                        "Kerberos", 8L,
                        "IDEA", 1L,
                        "GOST", 7L,
                        "SRP", 9L,
                        "static DH", 38L,
                        "static ECDH", 34L,
                        "ECCPWD", 4L,
                        "Ascon-Hash256", 3L));
    }

    @Test
    void everyOtherSuiteIsUsable() {
        assertThat(VERDICTS.stream().filter(row -> row.kind().equals("missing")))
                .isEmpty();
        assertThat(VERDICTS.stream().filter(Verdict::usable)).hasSize(234);
    }

    @Test
    void everySuiteStandsInTheRegistryWithItsNumber() {
        Map<String, RegistryRow> rows = Registry.read().rows().stream()
                .filter(row -> row.code().isPresent())
                .collect(Collectors.toMap(
                        row -> row.code().orElseThrow() + " " + row.description(), Function.identity()));

        assertThat(CATALOG.suites().stream().map(suite -> suite.code() + " " + suite.name()))
                .isNotEmpty()
                .allSatisfy(suite -> assertThat(rows).containsKey(suite));
    }

    @Test
    void aRuleNeverHidesASuiteThatIsBuilt() {
        LeftOut leftOut = LeftOut.read();

        assertThat(CATALOG.suites())
                .extracting(CipherSuite::name)
                .allSatisfy(name ->
                        assertThat(leftOut.of(new RegistryRow("", name))).isEmpty());
    }

    @Test
    void namesTheModulesOfAUsableSuite() {
        assertThat(text(CATALOG, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"))
                .isEqualTo("tls-suites-ecdhe, tls-ciphers-aes, tls-macs-hmac");
        assertThat(text(CATALOG, "TLS_CHACHA20_POLY1305_SHA256"))
                .isEqualTo("tls-suites-aead, tls-ciphers-chacha20, tls-macs-hmac");
    }

    @Test
    void namesTheMissingPartAndItsModule() {
        assertThat(text(CATALOG.without("AES_128_GCM"), "TLS_AES_128_GCM_SHA256"))
                .isEqualTo("cipher AES_128_GCM is missing: add dev.dovetail:tls-ciphers-aes");
        assertThat(text(Catalog.of(), "TLS_AES_128_GCM_SHA256"))
                .isEqualTo("suite TLS_AES_128_GCM_SHA256 is missing: add dev.dovetail:tls-suites-aead");
    }

    @Test
    void isPrintedByTheCommandWithTheSumAtItsEnd() {
        StringWriter out = new StringWriter();

        int code = new CommandLine(new SuitesCommand())
                .setOut(new PrintWriter(out, true))
                .execute("--iana");

        List<String> lines = out.toString().lines().toList();
        assertThat(code).isZero();
        assertThat(lines).filteredOn(line -> line.startsWith("0x")).hasSize(448);
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("usable " + CATALOG.usable().size() + " of 354");
    }

    private static String text(Catalog catalog, String suite) {
        return new RegistryListing(catalog)
                .verdicts().stream()
                        .filter(row -> row.row().description().equals(suite))
                        .findFirst()
                        .orElseThrow()
                        .text();
    }

    private static Map<String, Long> count(List<Verdict> verdicts) {
        return verdicts.stream().collect(Collectors.groupingBy(Verdict::kind, TreeMap::new, Collectors.counting()));
    }
}
