package dev.dovetail.tls.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Whether the just-in-time compiler has anything to do: as the JVM's diagnostic command {@code Compiler.queue} tells now,
 * and by how long it has worked since the last question. The latter alone would not do, for a compiler that gets no time on
 * a busy machine looks idle; the former alone would miss what begins and ends between two questions.
 */
final class CompilerQueue {

    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    private static final String COMMAND = "compilerQueue";
    // Each queue is listed under a title; an empty one has this single line.
    private static final String TITLE = "compile queue:";
    private static final String EMPTY = "Empty";
    private static final String WORKER = "CompilerThread";
    private static final long IDLE_MILLIS = 2;

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private long worked = worked();

    /** A JVM that does not tell about its queue, as others than HotSpot, is judged by time alone. */
    boolean isIdle() {
        long before = worked;
        worked = worked();
        return worked - before <= IDLE_MILLIS
                && text().map(CompilerQueue::isEmpty).orElse(true);
    }

    /** What the JVM tells; nothing where it has no such command. */
    Optional<String> text() {
        try {
            Object[] none = {new String[0]};
            String[] types = {String[].class.getName()};
            return Optional.of(String.valueOf(server.invoke(new ObjectName(COMMANDS), COMMAND, none, types)));
        } catch (JMException unknown) {
            return Optional.empty();
        }
    }

    static boolean isEmpty(String text) {
        long queues = text.lines().filter(line -> line.endsWith(TITLE)).count();
        long empty = text.lines().filter(line -> line.strip().equals(EMPTY)).count();
        return queues > 0 && queues == empty && !text.contains(WORKER);
    }

    /** Milliseconds that the compiler has worked. */
    private static long worked() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler == null || !compiler.isCompilationTimeMonitoringSupported()
                ? 0
                : compiler.getTotalCompilationTime();
    }
}
