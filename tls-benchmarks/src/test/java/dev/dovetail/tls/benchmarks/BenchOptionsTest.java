package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void measuresAShortSetUnasked() {
        BenchOptions options = BenchOptions.parse();
        assertThat(options.length()).isEqualTo(Length.SHORT);
        assertThat(options.plan()).isEqualTo(Plan.shortened()).hasSizeLessThan(70);
    }

    @Test
    void measuresEverythingInFull() {
        BenchOptions options = BenchOptions.parse("--full");
        assertThat(options.length()).isEqualTo(Length.FULL);
        assertThat(options.plan().stream().map(Measurement::section).distinct())
                .containsExactly(
                        "RecordSealing",
                        "RecordOpening",
                        "EngineThroughput",
                        "Handshakes",
                        "Resumptions",
                        "KeyAgreement",
                        "Signatures");
    }

    @Test
    void everyMeasurementIsThereOnce() {
        List<Measurement> plan = Plan.full();
        assertThat(plan).doesNotHaveDuplicates();
        assertThat(plan.stream().map(Measurement::toString)).doesNotHaveDuplicates();
    }

    @Test
    void includesWhatThePatternMatches() {
        assertThat(BenchOptions.parse("--include", "Sealing.*GCM.*16384 SunJSSE")
                        .plan())
                .singleElement()
                .hasToString("RecordSealing TLS_AES_128_GCM_SHA256 16384 SunJSSE");
    }

    @Test
    void measuresASuiteThatIsNamed() {
        assertThat(BenchOptions.parse("--suite", "TLS_RSA_WITH_AES_256_CBC_SHA+etm")
                        .plan())
                .allMatch(measured -> measured.subject().equals("TLS_RSA_WITH_AES_256_CBC_SHA+etm"))
                .noneMatch(measured -> measured.by().equals("SunJSSE"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BenchOptions.parse("--fast")).hasMessageContaining("there is no option --fast");
        assertThatThrownBy(() -> BenchOptions.parse("--json")).hasMessageContaining("--json needs a value");
        assertThatThrownBy(() -> BenchOptions.parse("--smoke", "--json", "x")).hasMessageContaining("--smoke");
        assertThatThrownBy(() -> BenchOptions.parse("--include", "(")).hasMessageContaining("no regular expression");
        assertThatThrownBy(
                        () -> BenchOptions.parse("--include", "nothing at all").plan())
                .hasMessageContaining("leaves nothing");
        assertThatThrownBy(() ->
                        BenchOptions.parse("--suite", "TLS_NOBODY_HAS_THIS").plan())
                .hasMessageContaining("TLS_NOBODY_HAS_THIS is missing");
    }
}
