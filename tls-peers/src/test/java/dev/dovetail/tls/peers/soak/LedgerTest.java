package dev.dovetail.tls.peers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.peers.Contender;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void theOrderIsKeptWhereAPortIsUsedAgain() {
        Life first = new Life(1, 1, List.of(Contender.DOVETAIL));
        Life second = new Life(1, 2, List.of(Contender.DOVETAIL));
        ledger.enter(40_000, first);
        ledger.enter(40_000, second);

        Ledger.Passage one = ledger.arrived(40_000);
        Ledger.Passage other = ledger.arrived(40_000);

        assertThat(ledger.take(other)).contains(second);
        assertThat(ledger.take(one)).contains(first);
        assertThat(ledger.take(one)).isEmpty();
        assertThat(ledger.size()).isZero();
    }
}
