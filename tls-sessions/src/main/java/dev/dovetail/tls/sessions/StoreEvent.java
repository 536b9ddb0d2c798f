package dev.dovetail.tls.sessions;

import java.time.Duration;

/** What changed about a store; never what one request met. */
public sealed interface StoreEvent {

    /** Why a store is held to be out of reach. */
    enum Cause {
        /** It did not answer in time. */
        TIMED_OUT,
        /** It answered with an exception. */
        FAILED
    }

    /**
     * The store is out of reach: until it has recovered it is asked now and then only.
     *
     * @param cause what the last of the calls met that led to this
     * @param detail more about it, for people
     */
    record Unreachable(Cause cause, String detail) implements StoreEvent {}

    /**
     * The store answers again.
     *
     * @param after how long it was out of reach
     */
    record Recovered(Duration after) implements StoreEvent {}
}
