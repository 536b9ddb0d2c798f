package dev.dovetail.tls.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final List<String> KNOWN = List.of("--pairs", "--json");

    @Test
    void valuesFollowTheirOptions() {
        Arguments arguments = Arguments.parse(KNOWN, "--pairs", "7", "--json", "figures.json");

        assertThat(arguments.count("--pairs", 3)).isEqualTo(7);
        assertThat(arguments.text("--json")).contains("figures.json");
    }

    @Test
    void whatIsNotGivenIsAsUsual() {
        Arguments arguments = Arguments.parse(KNOWN);

        assertThat(arguments.count("--pairs", 3)).isEqualTo(3);
        assertThat(arguments.text("--json")).isEmpty();
    }

    @Test
    void helpIsAllThatIsWantedThen() {
        assertThat(Arguments.parse(KNOWN, "--help", "--nonsense").help()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse(KNOWN, "--nonsense", "7"))
                .withMessageContaining("--nonsense");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse(KNOWN, "--pairs"))
                .withMessageContaining("needs a value");
    }

    @Test
    void refusesWhatIsNoCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse(KNOWN, "--pairs", "many").count("--pairs", 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse(KNOWN, "--pairs", "0").count("--pairs", 3));
    }
}
