package dev.dovetail.tls.cli.demo.fleet;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the demonstration has started and has to end: in order when it ends, and by a hook of the JVM when somebody ends
 * the program. What was started last ends first.
 */
final class Processes implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread hook = new Thread(this::endAll, "end of the demonstration");
    private boolean closed;

    Processes() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    <T extends AutoCloseable> T add(T one) {
        synchronized (this) {
            if (!closed) {
                open.push(one);
                return one;
            }
        }
        end(one);
        throw new IllegalStateException("the demonstration has ended");
    }

    @Override
    public void close() {
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook runs as well, and finds nothing to end.
        }
    }

    private synchronized void endAll() {
        closed = true;
        while (!open.isEmpty()) end(open.pop());
    }

    private static void end(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            // The others have to end all the same.
        }
    }
}
