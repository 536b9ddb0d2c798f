package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JDK's TLS without extended_master_secret, which is a property of a whole JVM. */
class JsseMasterSecretInteropIT {

    @Test
    void withoutExtendedMasterSecretTheOldOneIsUsed() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djdk.tls.useExtendedMasterSecret=false");
        // The same security properties as here: they let in suites that the JDK leaves out.
        command.add("-Djava.security.properties=" + System.getProperty("java.security.properties"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(WithoutExtendedMasterSecret.class.getName());
        try (Program java = Program.start(command)) {
            assertThat(java.exitCode()).as(java::toString).isZero();
            assertThat(java.output())
                    .contains(WithoutExtendedMasterSecret.ALL_WELL
                            + WithoutExtendedMasterSecret.suites().size());
        }
    }
}
