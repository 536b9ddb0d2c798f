package dev.dovetail.tls.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts what is allocated while records are prepared that a benchmark then opens: JMH's profiler can't tell the two
 * apart, so the report subtracts it.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Aside {

    /** Bytes allocated beside the measured operations. */
    public long asideBytes;

    /** Measured operations that they were for. */
    public long asideOperations;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    void run(Runnable preparation, int operations) {
        long before = threads.getCurrentThreadAllocatedBytes();
        preparation.run();
        asideBytes += threads.getCurrentThreadAllocatedBytes() - before;
        asideOperations += operations;
    }
}
