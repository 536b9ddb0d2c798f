package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import dev.dovetail.tls.benchmarks.report.Side;
import dev.dovetail.tls.benchmarks.report.Targets;
import dev.dovetail.tls.benchmarks.report.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the stacks that are here: ours and the JDK's. */
class PlanTest {

    private static final PlanFilter EVERYTHING = PlanFilter.all(Extent.FULL);

    @Test
    void everyTargetIsAboutSomethingThatIsMeasured() {
        List<Measurement> all = Plan.of(EVERYTHING).measurements();
        assertThat(Targets.ours().all())
                .allSatisfy(target -> assertThat(all)
                        .as(target.target())
                        .anyMatch(measured -> measured.section().matches(target.section())
                                && measured.subject().matches(target.subject())
                                && measured.size() >= target.leastSize()
                                && measured.size() <= target.mostSize()));
    }

    @Test
    void measuresEverySection() {
        assertThat(Plan.of(EVERYTHING).measurements().stream()
                        .map(Measurement::section)
                        .distinct())
                .containsExactly(
                        "Records",
                        "SmallRecords",
                        "RecordSealing",
                        "RecordOpening",
                        "Handshakes",
                        "Resumptions",
                        "StartUp",
                        "Memory",
                        "KeyAgreement",
                        "Signatures",
                        "HelloParsing",
                        "KeySchedule",
                        "ChainVerification",
                        "Discovery");
    }

    @ParameterizedTest
    @EnumSource
    void everyMeasurementIsThereOnce(Extent extent) {
        List<Measurement> plan = Plan.all(extent).measurements();
        assertThat(plan).doesNotHaveDuplicates();
        assertThat(plan.stream().map(Measurement::toString)).doesNotHaveDuplicates();
    }

    @Test
    void aSmokeTestRunsEachBenchmarkOfEachContender() {
        List<String> all = Plan.of(EVERYTHING).measurements().stream()
                .map(PlanTest::benchmarkAndContender)
                .distinct()
                .toList();
        assertThat(Plan.all(Extent.SMOKE).measurements().stream().map(PlanTest::benchmarkAndContender))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private static String benchmarkAndContender(Measurement measured) {
        return measured.benchmark() + " " + measured.who();
    }

    @Test
    void whoIsNotHereIsListedWithTheReason() {
        assertThat(Plan.of(EVERYTHING).absent())
                .contains(
                        new Absence("conscrypt", "it is in tls-benchmarks-peers, which is not on the class path"),
                        new Absence("sunjsse", "TLS13_ECDSA_X25519MLKEM768: it has no X25519MLKEM768 on this JDK"))
                .extracting(Absence::contender)
                .contains("accp", "bcjsse", "bcjsse-bc", "conscrypt", "tcnative");
    }

    @Test
    void implementationsThatDoNotWorkHereAreListedWithTheReason() {
        Catalog found = Plugins.all();
        List<Object> all = new ArrayList<>(found.parts());
        all.add((SuiteProvider) found::suites);
        AeadCipher works = (AeadCipher)
                found.usable("TLS_AES_128_GCM_SHA256").orElseThrow().cipher();
        all.add(new UnavailableCipher(works, "its library is for another processor"));
        Plan plan = Plan.of(EVERYTHING, Catalog.of(all.toArray()));
        assertThat(plan.absent())
                .contains(new Absence("dovetail", "AES_128_GCM by Elsewhere: its library is for another processor"));
        assertThat(plan.measurements())
                .noneMatch(measured -> measured.implementation().equals("Elsewhere"));
        PlanFilter others = new PlanFilter(Extent.FULL, List.of(), List.of(), List.of(), List.of("sunjsse"));
        assertThat(Plan.of(others, Catalog.of(all.toArray())).absent())
                .extracting(Absence::contender)
                .contains("dovetail")
                .doesNotContain("conscrypt");
    }

    @Test
    void anImplementationThatIsExpectedAndHasNoModuleHereIsListed() {
        assertThat(Plan.of(EVERYTHING).absent())
                .contains(new Absence(
                        "dovetail", "whole handshakes by ACCP: tls-provider-accp is not on the class path"));
    }

    @Test
    void stacksThatAreAbsentAsAWholeAreKnown() {
        assertThat(Plan.of(EVERYTHING).absentStacks())
                .extracting(Absence::contender)
                .contains("conscrypt", "tcnative")
                .doesNotContain("sunjsse", "dovetail");
    }

    @Test
    void ourJsseIsMeasuredWhereverOurEngineIsAndWithTheUsualKindsOfHandshakes() {
        List<Measurement> all = Plan.of(EVERYTHING).measurements();
        List<String> sections = List.of("Records", "SmallRecords", "Handshakes", "Resumptions", "StartUp", "Memory");
        assertThat(all)
                .filteredOn(measured -> sections.contains(measured.section()))
                .filteredOn(measured -> !measured.section().equals("Handshakes")
                        || Stream.of(
                                        HandshakeKind.TLS13_ECDSA_X25519,
                                        HandshakeKind.TLS12_ECDHE_ECDSA,
                                        HandshakeKind.TLS12_ECDHE_RSA,
                                        HandshakeKind.TLS12_RSA)
                                .anyMatch(
                                        kind -> measured.subject().split(",")[0].equals(kind.name())))
                .filteredOn(measured -> measured.contender().equals("dovetail"))
                .allSatisfy(own -> assertThat(all.stream()
                                .filter(other -> other.contender().equals("dovetail-jsse"))
                                .filter(other -> other.section().equals(own.section())
                                        && other.subject().equals(own.subject())
                                        && other.size() == own.size())
                                .map(Measurement::by))
                        .as(own.toString())
                        .contains(own.size() == 0 ? "Dovetail JSSE" : "Dovetail JSSE, heap"));
    }

    @Test
    void whatIsNotRememberedIsMeasuredBesideWhatIs() {
        assertThat(Plan.of(EVERYTHING).measurements().stream().map(Measurement::toString))
                .contains(
                        "ChainVerification EC_P256 Dovetail",
                        "ChainVerification EC_P256, 1024 leaves Dovetail",
                        "ChainVerification EC_P256, 1024 leaves trust manager of the JDK, without host name",
                        "Handshakes TLS13_ECDSA_X25519, another certificate each time Dovetail",
                        "Handshakes TLS13_ECDSA_X25519, another certificate each time Dovetail JSSE",
                        "Handshakes TLS13_ECDSA_X25519, another certificate each time SunJSSE");
    }

    @Test
    void choosesSizes() {
        assertThat(measured(new PlanFilter(Extent.FULL, List.of(), List.of(64, 1024), List.of(), List.of())))
                .isNotEmpty()
                .allMatch(measured -> measured.size() == 64 || measured.size() == 1024);
    }

    @Test
    void choosesImplementationsOfOurs() {
        List<Measurement> plan =
                measured(new PlanFilter(Extent.FULL, List.of(), List.of(), List.of("BouncyCastle"), List.of()));
        assertThat(plan)
                .filteredOn(measured -> measured.parameters().containsKey("implementation"))
                .isNotEmpty()
                .allMatch(measured -> measured.implementation().equals("BouncyCastle"));
        assertThat(plan).anyMatch(measured -> measured.contender().equals("sunjsse"));
    }

    @Test
    void choosesPeersAndKeepsOurs() {
        List<Measurement> plan =
                measured(new PlanFilter(Extent.FULL, List.of(), List.of(), List.of(), List.of("sunjsse")));
        assertThat(plan.stream().map(Measurement::contender).distinct())
                .containsExactlyInAnyOrder("dovetail", "sunjsse", "bare");
    }

    @Test
    void measuresSuitesThatAreNamedInAllSizes() {
        PlanFilter filter =
                new PlanFilter(Extent.QUICK, List.of("TLS_RSA_WITH_AES_256_CBC_SHA"), List.of(), List.of(), List.of());
        assertThat(measured(filter))
                .allMatch(measured -> measured.subject().equals("TLS_RSA_WITH_AES_256_CBC_SHA"))
                .extracting(Measurement::size)
                .contains(64, 16384);
    }

    @Test
    void refusesWhatIsNotThereAndSaysWhatIs() {
        assertRefused(new PlanFilter(Extent.FULL, List.of("TLS_NO"), List.of(), List.of(), List.of()), "TLS_NO is");
        assertRefused(
                new PlanFilter(Extent.FULL, List.of(), List.of(5), List.of(), List.of()),
                "there is no size 5 in this plan, but 64, 1024, 4096, 16384, 262144");
        assertRefused(
                new PlanFilter(Extent.FULL, List.of(), List.of(), List.of("Nobody"), List.of()),
                "there is no implementation Nobody in this plan, but BouncyCastle, JDK");
        assertRefused(
                new PlanFilter(Extent.FULL, List.of(), List.of(), List.of(), List.of("nobody")),
                "there is no peer nobody in this plan, but dovetail-jsse");
        assertRefused(
                new PlanFilter(Extent.FULL, List.of(), List.of(), List.of(), List.of("tcnative")),
                "can't be measured here: tcnative: it is in tls-benchmarks-peers");
    }

    private static void assertRefused(PlanFilter filter, String reason) {
        assertThatThrownBy(() -> Plan.of(filter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void saysWhoseItIs() {
        List<Measurement> plan = Plan.of(EVERYTHING).measurements();
        assertThat(plan.stream().map(Measurement::toString))
                .contains(
                        "Records TLS_AES_128_GCM_SHA256 16384 Dovetail, JDK",
                        "Records TLS_AES_128_GCM_SHA256 16384 bare cipher, JDK",
                        "Records TLS_AES_128_GCM_SHA256 16384 Dovetail JSSE, direct",
                        "Records TLS_AES_128_GCM_SHA256 16384 SunJSSE, heap",
                        "Handshakes TLS13_ECDSA_X25519 Dovetail",
                        "Handshakes TLS13_ECDSA_X25519 SunJSSE",
                        "StartUp TLS13_ECDSA_X25519 empty JVM",
                        "KeyAgreement x25519 JDK");
        assertThat(plan)
                .filteredOn(measured -> measured.contender().equals("dovetail-jsse"))
                .isNotEmpty()
                .allMatch(measured -> measured.side() == Side.OWN);
    }

    @Test
    void memoryIsCountedInBytesAndAllElseInTime() {
        assertThat(Plan.of(EVERYTHING).measurements())
                .allMatch(measured ->
                        (measured.unit() == Unit.BYTES) == measured.section().equals("Memory"));
    }

    private static List<Measurement> measured(PlanFilter filter) {
        return Plan.of(filter).measurements();
    }
}
