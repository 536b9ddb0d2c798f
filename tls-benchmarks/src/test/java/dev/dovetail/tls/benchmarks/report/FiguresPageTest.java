package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresPageTest {

    private static Run run(int jdk, double time) {
        return Made.run(jdk, List.of(Made.figure("Dovetail", Side.OWN, time)));
    }

    @Test
    void replacesTheFiguresOfTheSameJdkAndNothingElse() {
        String first = FiguresPage.with("# Title\n", run(17, 111));
        String both = FiguresPage.with(first, run(25, 222));
        String again = FiguresPage.with(both + "\nThe end.\n", run(17, 333));
        assertThat(again)
                .startsWith("# Title\n\n<!-- figures of JDK 17: begin -->")
                .contains("333 ns", "222 ns")
                .doesNotContain("111 ns")
                .endsWith("\nThe end.\n");
        assertThat(again.indexOf("JDK 17")).isLessThan(again.indexOf("JDK 25"));
    }

    @Test
    void makesAPageWhereThereIsNone() {
        assertThat(FiguresPage.with("", run(17, 111)))
                .contains("### JDK 17")
                .contains("- Command: `dovetail bench --json <run> & more`")
                .contains("- Absent: accp: its jar")
                .contains("#### Targets");
    }
}
