package dev.dovetail.tls.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ContenderTest {

    @Test
    void eachHasAProviderOfItsName() {
        for (Contender contender : Contender.values()) {
            assertThat(contender.obstacle()).isEmpty();
            assertThat(contender.provider().getName()).isEqualTo(contender.toString());
            assertThat(Contender.named(contender.toString())).isEqualTo(contender);
        }
    }

    @Test
    void nobodyElseIsKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contender.named("Nobody"))
                .withMessageContaining("Conscrypt");
    }
}
