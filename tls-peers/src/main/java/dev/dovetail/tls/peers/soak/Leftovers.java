package dev.dovetail.tls.peers.soak;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Threads and file descriptors that were there before.
 *
 * @param threads alive then
 * @param descriptors open then
 */
record Leftovers(Set<Thread> threads, OptionalLong descriptors) {

    // Choice: classes that were loaded meanwhile keep their jars open.
    private static final int JARS = 20;

    static Leftovers before() {
        return new Leftovers(new HashSet<>(Thread.getAllStackTraces().keySet()), Descriptors.open());
    }

    /** Whatever is here now and was not before is a failure. */
    void check(Census census) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!added().isEmpty() && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(10);
        if (!added().isEmpty()) census.failure("threads are left: " + added());
        long now = Descriptors.open().orElse(0);
        if (now > descriptors.orElse(0) + JARS) {
            census.failure("file descriptors are left: " + now + " instead of " + descriptors);
        }
    }

    /** Without the JVM's own, which come and go as it likes. */
    private List<Thread> added() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !threads.contains(thread))
                .filter(thread -> {
                    ThreadGroup group = thread.getThreadGroup();
                    return group != null
                            && !group.getName().equals("system")
                            && !group.getName().equals("InnocuousThreadGroup");
                })
                .toList();
    }
}
