package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresPageTest {

    private static final Report NOTHING = new Report(List.of());

    @Test
    void replacesTheFiguresOfTheSameJdkAndNothingElse() {
        String first = FiguresPage.with("# Title\n", 17, Map.of("CPU", "old"), NOTHING);
        String both = FiguresPage.with(first, 25, Map.of("CPU", "other"), NOTHING);
        String again = FiguresPage.with(both + "\nThe end.\n", 17, Map.of("CPU", "new"), NOTHING);
        assertThat(again)
                .startsWith("# Title\n\n<!-- figures of JDK 17: begin -->")
                .contains("- CPU: new", "- CPU: other")
                .doesNotContain("old")
                .endsWith("\nThe end.\n");
        assertThat(again.indexOf("JDK 17")).isLessThan(again.indexOf("JDK 25"));
    }

    @Test
    void makesAPageWhereThereIsNone() {
        assertThat(FiguresPage.with("", 17, Map.of("Command", "dovetail bench"), NOTHING))
                .contains("### JDK 17")
                .contains("- Command: `dovetail bench`");
    }
}
