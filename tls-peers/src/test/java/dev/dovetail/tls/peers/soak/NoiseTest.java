package dev.dovetail.tls.peers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final Noise NOISE = new Noise(1);

    @Test
    void whatComesFromAPositionMatchesThere() {
        ByteBuffer bytes = NOISE.from(12_345, 1000);

        assertThat(bytes.remaining()).isEqualTo(1000);
        assertThat(NOISE.matches(12_345, bytes)).isTrue();
        assertThat(NOISE.matches(12_346, bytes)).isFalse();
        assertThat(bytes.remaining()).isEqualTo(1000);
    }

    @Test
    void itGoesOnWhereItBeginsAgain() {
        long end = 1_048_573;
        ByteBuffer joined = ByteBuffer.allocate(20);
        joined.put(NOISE.from(end - 10, 20)).put(NOISE.from(end, 10)).flip();

        assertThat(joined.remaining()).isEqualTo(20);
        assertThat(NOISE.matches(end - 10, joined)).isTrue();
    }

    @Test
    void oneWrongByteIsFound() {
        ByteBuffer copy = ByteBuffer.allocate(1000).put(NOISE.from(5, 1000)).flip();
        copy.put(999, (byte) (copy.get(999) ^ 1));

        assertThat(NOISE.matches(5, copy)).isFalse();
    }
}
