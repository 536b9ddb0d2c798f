package dev.dovetail.tls.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where figures come from: without that they say nothing.
 *
 * @param cpu the processor's name
 * @param cores how many the JVM may use
 * @param system name, version and architecture of the operating system
 */
public record Machine(String cpu, int cores, String system) {

    /**
     * This one.
     *
     * @return what the system tells; {@code unknown} for a processor without a name
     */
    public static Machine here() {
        String version = System.getProperty("os.version", "").replaceFirst("-.*", "");
        return new Machine(
                cpuName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + version + ", " + System.getProperty("os.arch"));
    }

    private static String cpuName() {
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
