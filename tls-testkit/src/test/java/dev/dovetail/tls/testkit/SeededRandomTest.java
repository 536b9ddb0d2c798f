package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SeededRandomTest {

    @Test
    void playsTheSameForTheSameSeed() {
        assertThat(bytes(new SeededRandom(1))).isEqualTo(bytes(new SeededRandom(1)));
        assertThat(bytes(new SeededRandom(1))).isNotEqualTo(bytes(new SeededRandom(2)));
    }

    @Test
    void playsOn() {
        SeededRandom random = new SeededRandom(1);
        assertThat(bytes(random)).isNotEqualTo(bytes(random));
    }

    @Test
    void cannotBeSeededAgain() {
        SeededRandom random = new SeededRandom(1);
        random.setSeed(7);
        random.setSeed(new byte[8]);
        assertThat(bytes(random)).isEqualTo(bytes(new SeededRandom(1)));
    }

    private static byte[] bytes(SeededRandom random) {
        byte[] bytes = new byte[50];
        random.nextBytes(bytes);
        return bytes;
    }
}
