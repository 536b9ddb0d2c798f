package dev.dovetail.tls.benchmarks.report;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Java that was measured.
 *
 * @param feature its release, such as 17
 * @param version its full version
 * @param vendor who built it
 * @param vm name and mode of the virtual machine
 * @param collector of garbage
 * @param flags of the JVMs that measured
 */
public record Jdk(int feature, String version, String vendor, String vm, String collector, List<String> flags) {

    public Jdk {
        flags = List.copyOf(flags);
    }

    /**
     * The one that runs this.
     *
     * @param flags of the JVMs that measure
     * @return what it tells of itself
     */
    public static Jdk running(List<String> flags) {
        return new Jdk(
                Runtime.version().feature(),
                System.getProperty("java.runtime.version"),
                System.getProperty("java.vendor"),
                System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.info"),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")),
                flags);
    }
}
