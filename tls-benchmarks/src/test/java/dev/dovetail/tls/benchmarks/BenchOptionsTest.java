package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.benchmarks.report.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchOptionsTest {

    @TempDir
    private Path folder;

    private static List<Measurement> plan(String... arguments) {
        return Planned.by(BenchOptions.parse(arguments)).measurements();
    }

    @Test
    void measuresEverythingUnasked() {
        BenchOptions options = BenchOptions.parse();
        assertThat(options.length()).isEqualTo(Length.FULL);
        assertThat(options.forks()).isEqualTo(1);
        assertThat(plan()).hasSizeGreaterThan(plan("--quick").size());
    }

    @Test
    void measuresAChoiceQuickly() {
        assertThat(BenchOptions.parse("--quick").length()).isEqualTo(Length.QUICK);
        assertThat(BenchOptions.parse("--smoke").length()).isEqualTo(Length.SMOKE);
    }

    @Test
    void everyMeasurementIsThereOnce() {
        List<Measurement> all = plan();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all.stream().map(Measurement::toString)).doesNotHaveDuplicates();
    }

    @Test
    void includesWhatThePatternMatches() {
        assertThat(plan("--include", "Sealing.*GCM_SHA256 .*16384"))
                .isNotEmpty()
                .allMatch(measured -> measured.size() == 16384)
                .allMatch(measured -> measured.section().equals("RecordSealing"));
    }

    @Test
    void measuresASuiteThatIsNamed() {
        assertThat(plan("--suite", "TLS_RSA_WITH_AES_256_CBC_SHA+etm"))
                .isNotEmpty()
                .allMatch(measured -> measured.subject().equals("TLS_RSA_WITH_AES_256_CBC_SHA+etm"))
                .noneMatch(measured -> measured.contender().equals("sunjsse"));
    }

    @Test
    void measuresSizesThatAreNamed() {
        assertThat(plan("--quick", "--size", "1024", "--size", "16384"))
                .extracting(Measurement::size)
                .containsOnly(1024, 16384);
    }

    @Test
    void measuresOursWithTheImplementationThatIsNamedBesideAllPeers() {
        assertThat(plan("--quick", "--impl", "JDK"))
                .anyMatch(measured -> measured.side() == Side.PEER)
                .filteredOn(measured -> measured.contender().equals("dovetail"))
                .filteredOn(measured -> measured.section().equals("Records"))
                .isNotEmpty()
                .allMatch(measured -> measured.implementation().equals("JDK"));
    }

    @Test
    void measuresThePeerThatIsNamedBesideOurs() {
        assertThat(plan("--quick", "--peer", "sunjsse"))
                .anyMatch(measured -> measured.side() == Side.OWN)
                .filteredOn(measured -> measured.side() == Side.PEER)
                .isNotEmpty()
                .allMatch(measured -> measured.contender().equals("sunjsse"));
    }

    @Test
    void saysWhatThereIsInsteadOfWhatItDoesNotKnow() {
        assertThatThrownBy(() -> plan("--quick", "--peer", "nobody"))
                .hasMessageMatching("there is no peer nobody.*sunjsse.*");
        assertThatThrownBy(() -> plan("--quick", "--impl", "None")).hasMessageMatching(".*None.*JDK.*");
        assertThatThrownBy(() -> plan("--quick", "--size", "17")).hasMessageMatching(".*17.*16384.*");
        assertThatThrownBy(() -> plan("--quick", "--include", "nothing at all")).hasMessageContaining("leave nothing");
        assertThatThrownBy(() -> plan("--suite", "TLS_NOBODY_HAS_THIS"))
                .hasMessageContaining("TLS_NOBODY_HAS_THIS is missing");
    }

    @Test
    void endsWithoutMeasuringIfAStackIsAbsentThatHasToBeHere() {
        assertThat(BenchOptions.parse("--require-peers").requirePeers()).isTrue();
        assertThat(BenchOptions.parse().requirePeers()).isFalse();
        assertThat(Bench.run("--require-peers", "--list")).isEqualTo(1);
        assertThat(Bench.run("--require-peers", "--list", "--peer", "sunjsse", "--include", "KeySchedule"))
                .isZero();
    }

    @Test
    void readsWhereResultsGo() {
        Path file = folder.resolve("run.json");
        BenchOptions options = BenchOptions.parse(
                "--json", file.toString(), "--html", folder.resolve("run.html").toString(), "--forks", "3");
        assertThat(options.json()).contains(file);
        assertThat(options.html()).isPresent();
        assertThat(options.forks()).isEqualTo(3);
        assertThat(BenchOptions.parse("--render", "a.json", "--render", "b.json")
                        .render())
                .containsExactly(Path.of("a.json"), Path.of("b.json"));
    }

    @Test
    void refusesFilesThatCanNotBeWritten() throws Exception {
        assertThatThrownBy(() ->
                        BenchOptions.parse("--html", folder.resolve("no/x.html").toString()))
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> BenchOptions.parse(
                        "--json", Files.createDirectory(folder.resolve("d")).toString()))
                .hasMessageContaining("is a folder");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BenchOptions.parse("--fast")).hasMessageContaining("there is no option --fast");
        assertThatThrownBy(() -> BenchOptions.parse("--json")).hasMessageContaining("--json needs a value");
        assertThatThrownBy(() -> BenchOptions.parse("--include", "(")).hasMessageContaining("no regular expression");
        assertThatThrownBy(() -> BenchOptions.parse("--forks", "0")).hasMessageContaining("--forks needs a number");
        assertThatThrownBy(() -> BenchOptions.parse("--size", "many")).hasMessageContaining("not many");
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        assertThatThrownBy(() -> BenchOptions.parse("--smoke", "--json", "x")).hasMessageContaining("--smoke");
        assertThatThrownBy(() -> BenchOptions.parse("--quick", "--full")).hasMessageContaining("exclude each other");
        assertThatThrownBy(() -> BenchOptions.parse("--render", "a", "--json", "x"))
                .hasMessageContaining("--render measures nothing");
        assertThatThrownBy(() -> BenchOptions.parse("--render", "a", "--render", "b", "--against", "c"))
                .hasMessageContaining("one run with another");
    }
}
