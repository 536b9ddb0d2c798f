package dev.dovetail.tls.handshake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still unless it is told to go. */
final class TestClock implements InstantSource {

    private Instant now = Instant.parse("2026-06-01T12:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
