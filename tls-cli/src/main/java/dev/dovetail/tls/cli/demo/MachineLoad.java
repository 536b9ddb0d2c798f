package dev.dovetail.tls.cli.demo;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;

/** How busy the machine is: a measurement on a busy one says little about the program that is measured. */
final class MachineLoad {

    private MachineLoad() {}

    /** Running and waiting threads of all programs, the mean of the last minute; negative where the system can't tell. */
    static double now() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** What to tell if more wanted to run than this demonstration, whose two ends are up to two threads. */
    static Optional<String> warning(double load) {
        int cores = Runtime.getRuntime().availableProcessors();
        if (load <= Math.max(cores, 2)) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "This machine was busy (load %.1f, %d cores): times are longer, and rates lower, than they could be.",
                load,
                cores));
    }
}
