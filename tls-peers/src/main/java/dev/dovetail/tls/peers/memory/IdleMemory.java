package dev.dovetail.tls.peers.memory;

import dev.dovetail.tls.peers.Arguments;
import dev.dovetail.tls.peers.Contender;
import dev.dovetail.tls.peers.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code dovetail memory}: what an idle connection holds on to, ours beside others'. Each is measured in
 * JVMs of its own, so that nobody's garbage is another's.
 */
public final class IdleMemory {

    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private static final int WRONG_USE = 2;
    private static final String USAGE = """
            dovetail memory [options]
              what an idle connection holds on to: many pairs of engines in memory, after a handshake and a short
              message each way, beside the other JSSE providers

              --pairs N     how many at once; default 3000
              --runs N      how often each is measured; the table has medians; default 3
              --json FILE   writes all figures
              --help        this text
            """;

    private final List<String> versions;
    private final int pairs;
    private final int runs;
    private final PrintStream out;

    IdleMemory(List<String> versions, int pairs, int runs, PrintStream out) {
        this.versions = versions;
        this.pairs = pairs;
        this.runs = runs;
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param arguments see {@code --help}; the status is 0 if all were measured, 1 if not, 2 for wrong use
     * @throws Exception if a JVM can't be started, or a file not be written
     */
    public static void main(String... arguments) throws Exception {
        System.exit(run(System.out, arguments));
    }

    private static int run(PrintStream out, String... arguments) throws IOException, InterruptedException {
        try {
            Arguments parsed = Arguments.parse(List.of("--pairs", "--runs", "--json"), arguments);
            if (parsed.help()) {
                out.print(USAGE);
                return 0;
            }
            IdleMemory command =
                    new IdleMemory(VERSIONS, parsed.count("--pairs", 3000), parsed.count("--runs", 3), out);
            List<Outcome> outcomes = command.measure();
            Optional<String> file = parsed.text("--json");
            if (file.isPresent())
                Files.writeString(Path.of(file.get()), command.report(outcomes).json());
            return outcomes.stream().allMatch(Outcome::complete) ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            System.err.println("dovetail memory: " + wrong.getMessage());
            return WRONG_USE;
        }
    }

    /** Measures all, in turns, and prints the table. */
    List<Outcome> measure() throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Contender contender : Contender.values()) {
            for (String version : versions) outcomes.add(new Outcome(contender, version));
        }
        OwnJvm jvm = new OwnJvm(pairs);
        // Choice: in turns, so that what else the machine does meets all of them.
        for (int i = 0; i < runs; i++) {
            for (Outcome outcome : outcomes) {
                out.printf("run %d of %d: %s%n", i + 1, runs, outcome);
                out.flush();
                outcome.add(jvm);
            }
        }
        out.println();
        out.print(report(outcomes).text());
        return outcomes;
    }

    private MemoryReport report(List<Outcome> outcomes) {
        return new MemoryReport(Machine.facts(new OwnJvm(pairs).flags()), pairs, runs, outcomes);
    }
}
