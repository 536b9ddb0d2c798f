package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runs whose figures docs/benchmarks.md shows are whole ones, and the page shows what is in their files. */
class KeptRunsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final long HALF_AN_HOUR = 1800;

    private static Run run(int jdk) throws Exception {
        return new RunFile(DOCS.resolve("benchmarks").resolve("jdk" + jdk + ".json")).read();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void isOfThatJdkAndMissesNothing(int jdk) throws Exception {
        Run run = run(jdk);
        assertThat(run.jdk().feature()).isEqualTo(jdk);
        assertThat(run.complete()).isTrue();
        assertThat(run.failed()).isEmpty();
        assertThat(run.command()).isEqualTo("dovetail bench --json docs/benchmarks/jdk" + jdk + ".json");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void tookLessThanHalfAnHour(int jdk) throws Exception {
        assertThat(run(jdk).seconds()).isBetween(1L, HALF_AN_HOUR - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void isTheOneOnThePage(int jdk) throws Exception {
        String page = Files.readString(DOCS.resolve("benchmarks.md"));
        assertThat(page).isEqualTo(FiguresPage.with(page, run(jdk)));
    }
}
