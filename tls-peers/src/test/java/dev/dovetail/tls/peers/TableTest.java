package dev.dovetail.tls.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("who", "much");
        table.add("Dovetail", 7);
        table.add("me", 12345);

        assertThat(table.toString()).isEqualTo("""
                who        much
                Dovetail      7
                me        12345
                """);
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("who", "much").add("me"));
    }
}
