package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.benchmarks.Measurement.Side;
import dev.dovetail.tls.benchmarks.Measurement.Unit;
import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import dev.dovetail.tls.benchmarks.report.Targets;
import java.util.List;
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
    void fitsIntoTheTimeThatThereIs() {
        assertThat(Plan.of(EVERYTHING).measurements()).hasSizeLessThan(230);
        assertThat(Plan.all(Extent.QUICK).measurements()).hasSizeLessThan(50);
        assertThat(Plan.all(Extent.SMOKE).measurements()).hasSizeLessThan(90);
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
        return measured.benchmark() + " " + measured.contender();
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
    void choosesSizes() {
        assertThat(measured(new PlanFilter(Extent.FULL, List.of(), List.of(64, 256), List.of(), List.of())))
                .isNotEmpty()
                .allMatch(measured -> measured.size() == 64 || measured.size() == 256);
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
                "there is no size 5 in this plan, but 64, 256, 1024, 4096, 16384, 262144");
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
                .allMatch(measured -> (measured.unit() == Unit.HELD_BYTES)
                        == measured.section().equals("Memory"));
    }

    private static List<Measurement> measured(PlanFilter filter) {
        return Plan.of(filter).measurements();
    }
}
