package dev.dovetail.tls.jsse.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is remembered of sessions that were invalidated. */
class EndedSessionsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final EndedSessions ended = new EndedSessions();

    @Test
    void aSessionIsKnownByItsName() {
        ended.add(name(1), NOW, NOW);
        assertThat(ended.contains(name(1), NOW)).isTrue();
        assertThat(ended.contains(name(2), NOW)).isFalse();
    }

    /** Rather a session too many than one too few. */
    @Test
    void whenThereAreTooManyAllOfThatAgeEnd() {
        int most = EndedSessions.MOST_REMEMBERED;
        for (int i = 0; i <= most; i++) ended.add(name(i), NOW.plusSeconds(i), NOW.plusSeconds(i));
        for (int i = 0; i <= most; i++)
            assertThat(ended.contains(name(i), NOW.plusSeconds(i))).isTrue();
        assertThat(ended.contains(name(-1), NOW)).isTrue();
        assertThat(ended.contains(name(-1), NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void whatNobodyResumesAnyMoreMakesPlace() {
        int most = EndedSessions.MOST_REMEMBERED;
        for (int i = 0; i < most; i++) ended.add(name(i), NOW, NOW);
        Instant later = NOW.plus(Duration.ofDays(8));
        ended.add(name(most), later, later);
        assertThat(ended.contains(name(most), later)).isTrue();
        assertThat(ended.contains(name(-1), NOW)).isFalse();
    }

    private static byte[] name(int number) {
        return ByteBuffer.allocate(16).putInt(number).array();
    }
}
