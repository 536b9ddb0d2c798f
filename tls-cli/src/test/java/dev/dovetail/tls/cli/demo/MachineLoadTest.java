package dev.dovetail.tls.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineLoadTest {

    @Test
    void warnsOfABusyMachine() {
        int cores = Runtime.getRuntime().availableProcessors();

        assertThat(MachineLoad.warning(cores + 2.04)).get().asString().contains("load " + (cores + 2) + ".0");
    }

    @Test
    void staysSilentOnAnIdleMachineAndWhereTheLoadIsUnknown() {
        assertThat(MachineLoad.warning(0.5)).isEmpty();
        assertThat(MachineLoad.warning(-1)).isEmpty();
    }
}
