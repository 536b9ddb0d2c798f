package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Absent;
import dev.dovetail.tls.benchmarks.report.Run;
import dev.dovetail.tls.benchmarks.report.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The command {@code dovetail bench}: measures, compares, and shows what came out. */
public final class Bench {

    private static final int WRONG_USE = 2;

    private Bench() {}

    /**
     * Measures.
     *
     * @param arguments see {@code --help}; the status is 0 if all went well, 1 if a benchmark failed or a stack is
     *     absent that has to be here, 2 for wrong use
     */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        try {
            if (List.of(arguments).equals(List.of("sessions"))) {
                System.out.print(new SessionCosts().text());
                return 0;
            }
            BenchOptions options = BenchOptions.parse(arguments);
            if (options.help()) {
                System.out.print(BenchOptions.USAGE);
                return 0;
            }
            if (!options.render().isEmpty()) return render(options);
            Planned plan = Planned.by(options);
            if (options.requirePeers() && !plan.absentStacks().isEmpty()) return refuse(plan);
            return options.list() ? list(options, plan) : measure(options, plan, arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println("dovetail bench: " + wrong.getMessage());
            return WRONG_USE;
        } catch (IOException failed) {
            System.err.println("dovetail bench: " + failed.getMessage());
            return 1;
        }
    }

    private static int refuse(Planned plan) {
        for (Absent absent : plan.absentStacks()) {
            System.err.println("dovetail bench: " + absent.contender() + " is not here: " + absent.reason());
        }
        return 1;
    }

    private static int list(BenchOptions options, Planned plan) {
        for (Absent absent : plan.absent()) {
            System.out.println("absent: " + absent.contender() + ": " + absent.reason());
        }
        plan.measurements().forEach(System.out::println);
        long seconds = plan.expected(options.length(), options.forks()).toSeconds();
        System.out.println(
                plan.measurements().size() + " measurements, about " + Math.max(1, (seconds + 30) / 60) + " min");
        return 0;
    }

    private static int measure(BenchOptions options, Planned plan, String... arguments) throws IOException {
        String command = ("dovetail bench " + String.join(" ", arguments)).trim();
        Campaign.Asked asked = new Campaign.Asked(options, command, Instant.now());
        Outputs outputs = outputs(options);
        // A smoke test starts no JVMs.
        if (options.length() == Length.SMOKE) return measure(asked, plan, outputs, List.of());
        try (Scratch scratch = Scratch.make()) {
            String identities = SharedIdentities.make(scratch).flag();
            return measure(asked, plan, outputs, ClassArchive.flags(scratch, List.of(identities), System.err));
        }
    }

    private static int measure(Campaign.Asked asked, Planned plan, Outputs outputs, List<String> beginning)
            throws IOException {
        Trials trials = new Trials(asked.options().length(), asked.options().forks(), beginning);
        Campaign campaign = new Campaign(asked, plan, outputs, System.err, trials, System::nanoTime);
        return campaign.run() ? 0 : 1;
    }

    private static int render(BenchOptions options) throws IOException {
        Outputs outputs = outputs(options);
        List<Run> runs = new ArrayList<>();
        for (Path file : options.render()) runs.add(read(file));
        outputs.show(runs);
        return 0;
    }

    private static Outputs outputs(BenchOptions options) {
        try {
            return Outputs.of(options, System.out);
        } catch (IOException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Run read(Path file) {
        try {
            return new RunFile(file).read();
        } catch (IOException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }
}
