package dev.dovetail.tls.peers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The soak in short. Alone, for it counts threads, file descriptors and bytes of the whole JVM. */
@Isolated
class SoakIT {

    @Test
    void everyErrorIsCausedAndNothingIsLeft() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

        assertThat(new Soak(new SoakOptions(10, 200, 1), out).run())
                .as(() -> output.toString(StandardCharsets.UTF_8))
                .isEmpty();
    }
}
