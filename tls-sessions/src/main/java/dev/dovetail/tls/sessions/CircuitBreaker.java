package dev.dovetail.tls.sessions;

import dev.dovetail.tls.sessions.StoreEvent.Cause;
import dev.dovetail.tls.sessions.StoreEvent.Recovered;
import dev.dovetail.tls.sessions.StoreEvent.Unreachable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Knows whether a store is worth asking. After so many failures in a row nobody asks for a while; then one call does,
 * and what it meets decides.
 */
final class CircuitBreaker {

    /** Whether a call goes to the store. */
    enum Pass {
        ORDINARY,
        PROBE,
        REFUSED
    }

    private final int failures;
    private final long pause;
    private final LongSupplier clock;
    private final Consumer<StoreEvent> listener;
    private int inARow;
    private boolean open;
    private boolean probing;
    private long openSince;
    private long probeAt;

    CircuitBreaker(int failures, Duration pause, LongSupplier clock, Consumer<StoreEvent> listener) {
        this.failures = failures;
        this.pause = Nanos.of(pause);
        this.clock = clock;
        this.listener = listener;
    }

    /** What the next call may do; each that was not refused reports how it went. */
    synchronized Pass next() {
        if (!open) return Pass.ORDINARY;
        if (probing || clock.getAsLong() - probeAt < 0) return Pass.REFUSED;
        probing = true;
        return Pass.PROBE;
    }

    synchronized boolean isOpen() {
        return open;
    }

    void answered(Pass pass) {
        recovery(pass).ifPresent(this::tell);
    }

    void failed(Pass pass, Cause cause, String detail) {
        if (opens(pass)) tell(new Unreachable(cause, detail));
    }

    private synchronized Optional<StoreEvent> recovery(Pass pass) {
        // Calls of before it opened say what was true before it opened.
        if (open && pass != Pass.PROBE) return Optional.empty();
        inARow = 0;
        if (!open) return Optional.empty();
        open = false;
        probing = false;
        return Optional.of(new Recovered(Duration.ofNanos(clock.getAsLong() - openSince)));
    }

    private synchronized boolean opens(Pass pass) {
        long now = clock.getAsLong();
        if (open) {
            if (pass != Pass.PROBE) return false;
            probing = false;
            probeAt = now + pause;
            return false;
        }
        if (++inARow < failures) return false;
        open = true;
        openSince = now;
        probeAt = now + pause;
        return true;
    }

    private void tell(StoreEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            // A listener that fails must not fail a connection, which did nothing wrong.
        }
    }
}
