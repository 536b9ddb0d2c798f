package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 7685 4: a ClientHello of 256 to 511 bytes would hang some load balancers, so there is none. */
class HelloPaddingTest {

    private static final int EXTENSION_HEADER = 4;

    static List<ProtocolVersion> versions() {
        return List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void fillsAHelloOfABadLengthUp(ProtocolVersion version) {
        boolean[] padded = new boolean[2];
        IntStream.range(1, 250).forEach(length -> {
            byte[] hello = hello(version, length);
            padded[assertLength(hello) ? 1 : 0] = true;
        });
        assertThat(padded).as("some need padding, some don't").containsExactly(true, true);
    }

    @Test
    void fillsTheSecondHelloUpAnew() {
        boolean changed = false;
        for (int length = 1; length < 250; length += 3) {
            List<byte[]> hellos = retried(length);
            assertThat(hellos).hasSizeGreaterThan(1);
            byte[] first = hellos.get(0);
            byte[] second = hellos.get(1);
            assertLength(first);
            assertLength(second);
            changed |= zeros(first) != zeros(second);
        }
        assertThat(changed)
                .as("the other share and its padding differ in length")
                .isTrue();
    }

    /** Whether there is padding. */
    private static boolean assertLength(byte[] hello) {
        Optional<byte[]> padding = HelloEdit.of(hello).find(HelloEdit.PADDING);
        int without = hello.length
                - padding.map(zeros -> zeros.length + EXTENSION_HEADER).orElse(0);
        boolean bad = without >= 256 && without < 512;
        assertThat(padding.isPresent()).as("padding of %d bytes", without).isEqualTo(bad);
        if (!bad) return false;
        assertThat(padding.get()).isNotEmpty().containsOnly(0);
        // Five bytes are the least that padding takes.
        assertThat(hello).hasSize(Math.max(512, without + 5));
        return true;
    }

    private static int zeros(byte[] hello) {
        return HelloEdit.of(hello)
                .find(HelloEdit.PADDING)
                .map(zeros -> zeros.length)
                .orElse(-1);
    }

    private static byte[] hello(ProtocolVersion version, int nameLength) {
        ClientConfig config = client(
                        ClientConfig.of(
                                TestBed.only(TestBed.PAIR.selection(), version).groups("x25519")),
                        nameLength)
                .build();
        byte[] out = new byte[4096];
        try (TlsEngine engine = TlsEngine.client(config)) {
            int length = engine.transmit(out, 0, out.length);
            return java.util.Arrays.copyOfRange(out, 5, length);
        }
    }

    /** Some names are longer than one hello, but the handshake stands with all of them. */
    private static List<byte[]> retried(int nameLength) {
        ClientConfig.Builder client = client(
                ClientConfig.of(TestBed.only(TestBed.PAIR.selection(), ProtocolVersion.TLS_1_3)
                        .groups("x25519", "secp384r1")),
                nameLength);
        try (Interposer between = Interposer.listening(client, HelloProvocations.withRetry())) {
            between.loopback().handshake();
            return between.messages(Role.CLIENT);
        }
    }

    private static ClientConfig.Builder client(ClientConfig.Builder client, int nameLength) {
        return client.serverName(name(nameLength)).verifier(PeerVerifier.insecureAcceptingAnyone());
    }

    /** Labels of at most 50 letters. */
    private static String name(int length) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) name.append(i % 51 == 50 && i < length - 1 ? '.' : 'a');
        return name.toString();
    }
}
