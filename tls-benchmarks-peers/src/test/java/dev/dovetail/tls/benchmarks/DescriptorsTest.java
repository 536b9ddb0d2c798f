package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of connections of one stack, one after the other. Those of other tests would be counted as well. */
@Isolated
class DescriptorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bcjsse", "bcjsse-bc", "conscrypt", "tcnative"})
    void leavesNoFileDescriptorBehind(String stack) throws Exception {
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors), "this system does not count them there");
        PeerPair pair = PeerPair.of(PeerStacks.named(stack), HandshakeKind.TLS13_ECDSA_X25519, false);
        pair.connect().close();
        int before = count(descriptors);
        for (int i = 0; i < 300; i++) pair.connect().close();
        // The JVM opens a jar now and then; a leak would be one for each connection at least.
        assertThat(count(descriptors)).isLessThan(before + 30);
    }

    private static int count(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return (int) files.count();
        }
    }
}
