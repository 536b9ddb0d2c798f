package dev.dovetail.tls.peers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class DescriptorsTest {

    @Test
    void fewConnectionsHaveEnough() {
        assertThat(Descriptors.obstacle(1)).isEmpty();
    }

    @Test
    void tooManyAreToldWhatToDo() {
        assertThat(Descriptors.obstacle(Integer.MAX_VALUE))
                .hasValueSatisfying(text -> assertThat(text).contains("ulimit -n", "--connections"));
    }
}
