package dev.dovetail.tls.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsColumnsUnderTheirHeadings() {
        Table table = Table.of("name", ">n").fit(List.of(List.of("a longer name", "1"), List.of("b", "1000")));

        assertThat(table.heading()).isEqualTo("name              n");
        assertThat(table.line(List.of("a longer name", "1"))).isEqualTo("a longer name     1");
        assertThat(table.line(List.of("b", "1000"))).isEqualTo("b              1000");
    }

    @Test
    void leavesNoBlanksAtTheEndOfALine() {
        assertThat(Table.of("heading", "other").line(List.of("x", ""))).isEqualTo("x");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatThrownBy(() -> Table.of("one", "two").line(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells for 2 columns");
    }
}
