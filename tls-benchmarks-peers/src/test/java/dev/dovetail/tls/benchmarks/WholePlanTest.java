package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import dev.dovetail.tls.benchmarks.report.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan where all stacks are; elsewhere some have no native library. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class WholePlanTest {

    private static final String USUAL = "TLS_AES_128_GCM_SHA256";
    private static final String GCM_128_IN_12 = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    private static final String GCM_256_IN_12 = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";

    private final Plan full = Plan.all(Extent.FULL);

    private static Duration expected(String... arguments) {
        BenchOptions options = BenchOptions.parse(arguments);
        return Planned.by(options).expected(options.length(), options.forks());
    }

    @Test
    void aFullRunIsExpectedToTakeLessThanHalfAnHour() {
        assertThat(expected("--full")).isLessThan(Duration.ofMinutes(30));
    }

    @Test
    void aQuickRunIsExpectedToTakeAFewMinutes() {
        assertThat(expected("--quick")).isLessThan(Duration.ofMinutes(7));
    }

    @Test
    void aSmokeTestTakesTwoMinutes() {
        assertThat(expected("--smoke")).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void everyStackIsHere() {
        assertThat(full.absentStacks()).isEmpty();
    }

    private Set<String> records(String suite, int size) {
        return full.measurements().stream()
                .filter(measured -> measured.section().equals("Records"))
                .filter(measured -> measured.subject().equals(suite) && measured.size() == size)
                .map(Measurement::by)
                .collect(Collectors.toSet());
    }

    @Test
    void everybodySealsAndOpensRecordsOfTheUsualSuite() {
        for (int size : new int[] {64, 1024, 4096, 16384}) {
            assertThat(records(USUAL, size))
                    .as("%d bytes", size)
                    .contains(
                            "Dovetail, JDK",
                            "bare cipher, JDK",
                            "Dovetail JSSE, heap",
                            "Dovetail JSSE, direct",
                            "SunJSSE, heap",
                            "SunJSSE, direct",
                            "SunJSSE over ACCP, heap",
                            "BCJSSE, heap",
                            "Conscrypt, heap",
                            "Conscrypt, direct",
                            "Netty tcnative, heap",
                            "Netty tcnative, direct");
        }
    }

    @Test
    void nativeStacksAreBesideOursInTls12() {
        String[] stacks = {"Conscrypt, heap", "Conscrypt, direct", "Netty tcnative, heap", "Netty tcnative, direct"};
        assertThat(records(GCM_128_IN_12, 64)).contains("Conscrypt, heap", "Netty tcnative, heap");
        for (String suite : List.of(GCM_128_IN_12, GCM_256_IN_12))
            assertThat(records(suite, 16384)).contains(stacks);
        assertThat(records("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", 16384)).contains("Netty tcnative, heap");
    }

    @Test
    void everySuiteIsBesideTheBareCipherAndTheJdks() {
        Map<String, List<Integer>> sizes = Map.of(
                "TLS_AES_256_GCM_SHA384",
                List.of(64, 4096, 16384),
                GCM_128_IN_12,
                List.of(64, 4096, 16384),
                GCM_256_IN_12,
                List.of(64, 4096, 16384),
                "TLS_CHACHA20_POLY1305_SHA256",
                List.of(64, 1024, 16384),
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                List.of(64, 16384));
        sizes.forEach((suite, all) -> all.forEach(size -> assertThat(records(suite, size))
                .as(suite + " " + size)
                .contains("Dovetail, JDK", "bare cipher, JDK", "SunJSSE, heap")));
    }

    /** Which of them is the faster one depends on the JDK. */
    @ParameterizedTest
    @ValueSource(strings = {"TLS13_ECDSA_X25519", "TLS12_ECDHE_ECDSA"})
    void bothKindsOfBcJsseAreBesideOurHandshakes(String kind) {
        assertThat(rows("Handshakes", kind))
                .contains("SunJSSE", "BCJSSE", "BCJSSE over BC", "Conscrypt", "Netty tcnative");
    }

    /** The JDK has no hybrid group here; in every other kind it is what speed is told by. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TLS13_ECDSA_X25519MLKEM768")
    void theJdksIsBesideOurHandshakesOfEveryKind(HandshakeKind kind) {
        assertThat(rows("Handshakes", kind.name())).contains("Dovetail", "SunJSSE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS13_ECDSA_SECP256R1", "TLS12_ECDHE_ECDSA_SECP256R1"})
    void everybodyOverNativeCodeIsBesideOursByIt(String kind) {
        assertThat(rows("Handshakes", kind))
                .contains("Dovetail, ACCP", "SunJSSE over ACCP", "Conscrypt", "Netty tcnative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_AES_256_GCM_SHA384", GCM_128_IN_12, GCM_256_IN_12})
    void everybodyWhoTakesEachSuiteIsBesideOursWithFullRecordsAndPages(String suite) {
        for (int size : new int[] {4096, 16384}) {
            assertThat(records(suite, size)).contains("SunJSSE, heap", "SunJSSE over ACCP, heap", "BCJSSE, heap");
        }
    }

    @Test
    void whereBoringSslHasTheKindItIsBesideOurs() {
        assertThat(rows("Handshakes", "TLS13_ECDSA_X25519MLKEM768")).contains("Conscrypt", "Netty tcnative");
        assertThat(rows("Handshakes", "TLS12_RSA")).contains("Netty tcnative");
        for (String suite : List.of(GCM_128_IN_12, GCM_256_IN_12)) {
            assertThat(records(suite, 4096)).contains("Netty tcnative, heap");
        }
    }

    private List<String> rows(String section, String subject) {
        return full.measurements().stream()
                .filter(measured ->
                        measured.section().equals(section) && measured.subject().equals(subject))
                .map(Measurement::by)
                .toList();
    }

    @Test
    void everyTargetHasRowsOfOursAndOfThoseThatItComparesWith() {
        List<Measurement> all = full.measurements();
        assertThat(Targets.ours().all()).allSatisfy(target -> {
            List<Measurement> ours = all.stream()
                    .filter(measured -> measured.section().matches(target.section())
                            && measured.subject().matches(target.subject())
                            && measured.size() >= target.leastSize()
                            && measured.size() <= target.mostSize()
                            && measured.by().matches(target.ours()))
                    .toList();
            assertThat(ours).as(target.target()).isNotEmpty();
            if (target.against() == null) return;
            String theirs = target.theirs() == null ? ".*" : target.theirs();
            assertThat(ours)
                    .as(target.target())
                    .anyMatch(own -> all.stream()
                            .anyMatch(other -> other.side() == target.against()
                                    && other.section().equals(own.section())
                                    && other.subject().equals(own.subject())
                                    && other.size() == own.size()
                                    && other.by().matches(theirs)));
        });
    }
}
