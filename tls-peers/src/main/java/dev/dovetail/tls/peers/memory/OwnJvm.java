package dev.dovetail.tls.peers.memory;

import dev.dovetail.tls.peers.Contender;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures in a new JVM, with the same flags for all. */
final class OwnJvm {

    private static final int LEAST_MEBIBYTES = 256;
    // Choice: twice what the hungriest needs.
    private static final int PAIRS_PER_MEBIBYTE = 2;

    private final int pairs;

    OwnJvm(int pairs) {
        this.pairs = pairs;
    }

    /**
     * Our own flags, and a heap of which every page is there from the beginning: what the process grows by is not heap.
     * The serial collector leaves nothing lying about.
     */
    List<String> flags() {
        int heap = LEAST_MEBIBYTES + pairs / PAIRS_PER_MEBIBYTE;
        Stream<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                // Those of a debugger or a build are for one JVM only.
                .filter(flag -> flag.startsWith("-D") || flag.startsWith("-X"));
        return Stream.concat(
                        own,
                        Stream.of("-XX:+UseSerialGC", "-Xms" + heap + "m", "-Xmx" + heap + "m", "-XX:+AlwaysPreTouch"))
                .toList();
    }

    /** Answers what it measured, or throws what it said instead. */
    Sample measure(Contender contender, String version) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), IdlePairs.class.getName()));
        command.addAll(List.of(contender.toString(), version, String.valueOf(pairs)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            List<String> lines = process.inputReader().lines().toList();
            process.waitFor();
            return Sample.in(lines);
        } finally {
            process.destroyForcibly();
        }
    }
}
