package dev.dovetail.tls.sessions;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a store is asked and what becomes of it, on many threads. */
final class StoreTally {

    /** What a store can be asked. */
    enum Operation {
        PUT,
        FIND,
        TAKE,
        REMOVE,
        CLAIM
    }

    /** What can become of a question. */
    enum Outcome {
        ANSWERED,
        TIMED_OUT,
        FAILED,
        REFUSED
    }

    private final Map<Operation, LongAdder> asked = new EnumMap<>(Operation.class);
    private final Map<Outcome, LongAdder> ended = new EnumMap<>(Outcome.class);

    StoreTally() {
        for (Operation operation : Operation.values()) asked.put(operation, new LongAdder());
        for (Outcome outcome : Outcome.values()) ended.put(outcome, new LongAdder());
    }

    void asked(Operation operation) {
        counter(asked, operation).increment();
    }

    void ended(Outcome outcome) {
        counter(ended, outcome).increment();
    }

    StoreFigures figures() {
        return new StoreFigures(
                asked.values().stream().mapToLong(LongAdder::sum).sum(),
                counter(ended, Outcome.ANSWERED).sum(),
                counter(ended, Outcome.TIMED_OUT).sum(),
                counter(ended, Outcome.FAILED).sum(),
                counter(ended, Outcome.REFUSED).sum(),
                counter(asked, Operation.PUT).sum(),
                counter(asked, Operation.FIND).sum(),
                counter(asked, Operation.TAKE).sum(),
                counter(asked, Operation.REMOVE).sum(),
                counter(asked, Operation.CLAIM).sum());
    }

    private static <K> LongAdder counter(Map<K, LongAdder> counters, K of) {
        LongAdder counter = counters.get(of);
        if (counter == null) throw new IllegalStateException("each has its counter, " + of + " too");
        return counter;
    }
}
