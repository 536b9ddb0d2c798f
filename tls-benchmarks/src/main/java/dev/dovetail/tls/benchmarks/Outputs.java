package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Comparison;
import dev.dovetail.tls.benchmarks.report.ComparisonReport;
import dev.dovetail.tls.benchmarks.report.FiguresPage;
import dev.dovetail.tls.benchmarks.report.Report;
import dev.dovetail.tls.benchmarks.report.Run;
import dev.dovetail.tls.benchmarks.report.RunFile;
import dev.dovetail.tls.benchmarks.report.html.HtmlPage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where runs are shown and kept.
 *
 * @param options which files
 * @param earlier the run to compare with
 * @param out for people
 */
record Outputs(BenchOptions options, Optional<Run> earlier, PrintStream out) {

    /**
     * Reads the earlier run first: that of {@code --against}, else what {@code --json} is about to replace. A file there that
     * is something else is left alone.
     */
    static Outputs of(BenchOptions options, PrintStream out) throws IOException {
        if (options.against().isPresent()) {
            return new Outputs(
                    options, Optional.of(new RunFile(options.against().get()).read()), out);
        }
        Optional<Path> replaced = options.json()
                .filter(Files::exists)
                .filter(file -> file.toFile().length() > 0);
        if (replaced.isEmpty()) return new Outputs(options, Optional.empty(), out);
        return new Outputs(options, Optional.of(new RunFile(replaced.get()).read()), out);
    }

    /** Prints and writes; several runs are printed one after the other, and stand in one page. */
    void show(List<Run> runs) throws IOException {
        for (Run run : runs) out.println(new Report(run).text());
        Run last = runs.get(runs.size() - 1);
        Optional<Comparison> comparison = earlier.map(before -> Comparison.of(before, last));
        comparison.ifPresent(moves -> out.println(new ComparisonReport(moves).text()));
        if (options.json().isPresent()) new RunFile(options.json().get()).write(last);
        if (options.html().isPresent()) {
            Files.writeString(
                    options.html().get(), HtmlPage.of(runs, comparison).text());
        }
        if (options.markdown().isPresent()) {
            for (Run run : runs) new FiguresPage(options.markdown().get()).write(run);
        }
        options.json().ifPresent(file -> out.println("The run is kept in " + file));
        options.html().ifPresent(file -> out.println("The page is " + file));
        out.flush();
    }
}
