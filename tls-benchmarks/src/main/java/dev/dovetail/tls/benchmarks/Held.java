package dev.dovetail.tls.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What idle connections hold. The figure is the first divided by the second, however often both are counted. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Held {

    /** The name of {@link #heldBytes} among JMH's results. */
    static final String BYTES = "heldBytes";

    /** The name of {@link #heldPairs} among JMH's results. */
    static final String PAIRS = "heldPairs";

    /** Bytes that were held. */
    public long heldBytes;

    /** Pairs of a client and a server that held them: those that were added last. */
    public long heldPairs;
}
