package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where figures come from: without that they say nothing. */
final class Machine {

    private Machine() {}

    /** What to write over the table, in order. */
    static Map<String, String> facts(String command, Length length, List<String> flags) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Command", command);
        facts.put(
                "Date",
                ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")));
        facts.put("JDK", System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"));
        facts.put("VM", System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.info"));
        facts.put("Flags", String.join(" ", flags));
        facts.put("Collector", collectors());
        facts.put("CPU", cpu());
        facts.put("Cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put(
                "System",
                System.getProperty("os.name") + " "
                        + String.valueOf(System.getProperty("os.version")).replaceFirst("-.*", "") + ", "
                        + System.getProperty("os.arch"));
        facts.put("Measured", length.toString());
        return facts;
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }

    private static String cpu() {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) return "unknown";
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
