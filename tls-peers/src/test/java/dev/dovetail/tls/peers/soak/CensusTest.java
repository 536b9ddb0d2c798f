package dev.dovetail.tls.peers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.peers.Contender;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class CensusTest {

    private final Census census = new Census();
    private final Life life = new Life(1, 1, List.of(Contender.DOVETAIL));

    @Test
    void anErrorThatTheTestDidNotCauseIsAFailure() {
        census.error(life, true, new SSLException("bad_record_mac"));

        assertThat(census.failures()).singleElement().asString().contains("client of connection 1", "bad_record_mac");
        assertThat(census.errors()).isZero();
    }

    @Test
    void anErrorThatTheTestHasCausedIsCounted() {
        life.disturb();
        census.error(life, false, new SSLException("bad_record_mac"));

        assertThat(census.failures()).isEmpty();
        assertThat(census.errors()).isOne();
        assertThat(census.tables()).contains(life.ending().toString());
    }

    @Test
    void whatNoPeerMayCauseIsAFailureHoweverDisturbed() {
        life.disturb();
        census.error(life, false, new IndexOutOfBoundsException("-1"));

        assertThat(census.failures()).singleElement().asString().contains("IndexOutOfBoundsException");
    }
}
