package dev.dovetail.tls.peers.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalLong;

/** File descriptors of this process, of which each connection needs two: both its ends are here. */
final class Descriptors {

    private static final int SPARE = 100;

    private Descriptors() {}

    /** How many are open; empty where the system does not say. */
    static OptionalLong open() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? OptionalLong.of(system.getOpenFileDescriptorCount())
                : OptionalLong.empty();
    }

    /** What to do if there are not enough. */
    static Optional<String> obstacle(int connections) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)) {
            return Optional.empty();
        }
        long needed = system.getOpenFileDescriptorCount() + 2L * connections + SPARE;
        long limit = system.getMaxFileDescriptorCount();
        if (needed <= limit) return Optional.empty();
        return Optional.of(String.format(
                "%d connections need about %d file descriptors, and the limit is %d:%n"
                        + "  raise it (ulimit -n %d, as root if the hard limit is lower),"
                        + " or take fewer connections (--connections %d)",
                connections, needed, limit, needed, Math.max(1, (limit - needed) / 2 + connections)));
    }
}
