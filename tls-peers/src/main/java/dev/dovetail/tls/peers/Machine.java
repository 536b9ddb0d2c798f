package dev.dovetail.tls.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where figures come from: without that they say nothing. */
public final class Machine {

    private Machine() {}

    /**
     * What to write over a table, in order.
     *
     * @param flags of the JVM that was measured
     * @return names and values
     */
    public static Map<String, String> facts(List<String> flags) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("JDK", System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"));
        facts.put("Flags", String.join(" ", flags));
        facts.put("CPU", line("/proc/cpuinfo", "model name").orElse("unknown"));
        facts.put("Cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put(
                "System",
                System.getProperty("os.name") + " "
                        + String.valueOf(System.getProperty("os.version")).replaceFirst("-.*", "") + ", "
                        + System.getProperty("os.arch"));
        return facts;
    }

    /**
     * The memory of this process that is in RAM, on Linux.
     *
     * @return bytes; empty where the system does not say
     */
    public static Optional<Long> resident() {
        return line("/proc/self/status", "VmRSS").map(text -> Long.parseLong(text.replaceAll("\\D", "")) << 10);
    }

    private static Optional<String> line(String file, String begin) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) return Optional.empty();
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(begin))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
