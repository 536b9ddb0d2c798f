package dev.dovetail.tls.benchmarks.report.html;

import dev.dovetail.tls.benchmarks.report.Absent;
import dev.dovetail.tls.benchmarks.report.Amounts;
import dev.dovetail.tls.benchmarks.report.Comparison;
import dev.dovetail.tls.benchmarks.report.Failure;
import dev.dovetail.tls.benchmarks.report.Report;
import dev.dovetail.tls.benchmarks.report.Run;
import dev.dovetail.tls.benchmarks.report.Summary;
import dev.dovetail.tls.benchmarks.report.TextTable;
import dev.dovetail.tls.benchmarks.report.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One or several runs as a page of HTML. It holds all that it shows and fetches nothing; its script only highlights, and
 * opens the tables for the printer.
 *
 * @param runs at least one
 * @param names to tell them apart
 * @param comparison of the last of them with an earlier one
 */
public record HtmlPage(List<Run> runs, List<String> names, Optional<Comparison> comparison) {

    private static final String[] HEAD = {"charset", "utf-8"};

    /**
     * A page.
     *
     * @param runs at least one
     * @param comparison of the last of them with an earlier one; empty if there is none
     * @return ready to be written
     */
    public static HtmlPage of(List<Run> runs, Optional<Comparison> comparison) {
        boolean alike = runs.stream().map(run -> run.jdk().feature()).distinct().count() < runs.size();
        List<String> names = runs.stream()
                .map(run -> alike
                        ? "JDK " + run.jdk().version() + ", " + run.facts().get("Date")
                        : "JDK " + run.jdk().feature())
                .toList();
        return new HtmlPage(List.copyOf(runs), names, comparison);
    }

    /**
     * The page.
     *
     * @return HTML that is well-formed XML too; to be written as UTF-8
     */
    public String text() {
        Markup out = new Markup();
        out.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        out.empty("meta", HEAD)
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .leaf("title", "Dovetail benchmarks, " + String.join(" and ", names));
        out.open("style").raw(resource("page.css")).close().close().line();
        out.open("body");
        header(out);
        out.open("main");
        comparison.ifPresent(moves -> new ComparisonView(moves).write(out));
        Look look = new Look(runs);
        for (String section : sections()) new SectionView(look, runs, names, section).write(out);
        targets(out);
        sources(out);
        out.close().open("script").raw(resource("page.js")).close();
        return out.close().close().line().toString();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    private Set<String> sections() {
        Set<String> sections = new LinkedHashSet<>();
        for (Run run : runs) sections.addAll(run.sections().keySet());
        return sections;
    }

    private void header(Markup out) {
        Run first = runs.get(0);
        out.open("header").leaf("p", "Dovetail", "class", "brand");
        out.leaf("h1", "What TLS costs on the JVM");
        out.leaf(
                "p",
                String.join(" and ", names) + " · " + first.machine().cpu() + ", "
                        + first.machine().cores() + " cores · " + first.facts().get("Date"),
                "class",
                "lead");
        for (int i = 0; i < runs.size(); i++) tiles(out, i);
        notes(out);
        out.open("nav", "aria-label", "Sections");
        if (comparison.isPresent()) out.leaf("a", "What moved", "href", "#moved");
        for (String section : sections()) {
            out.leaf("a", SectionView.title(section), "href", "#" + SectionView.id(section));
        }
        out.leaf("a", "Targets", "href", "#targets").leaf("a", "Where it comes from", "href", "#sources");
        out.close().close().line();
    }

    private void tiles(Markup out, int run) {
        List<Summary> summaries = Summary.of(runs.get(run));
        if (summaries.isEmpty()) return;
        if (runs.size() > 1) out.leaf("h2", names.get(run), "class", "tag t" + run);
        out.open("ul", "class", "tiles");
        for (Summary summary : summaries) {
            out.open("li").open("a", "href", "#" + SectionView.id(summary.section()));
            out.leaf("span", SectionView.title(summary.section()), "class", "what");
            if (summary.timesSunJsse().isPresent()) big(out, times(summary.timesSunJsse()), than(summary) + "SunJSSE");
            else if (summary.timesBestPeer().isPresent())
                big(out, times(summary.timesBestPeer()), than(summary) + "best peer");
            else big(out, share(summary.ofBare()), "of the bare cipher");
            out.leaf("span", rest(summary), "class", "rest").close().close();
        }
        out.close().line();
    }

    private static String than(Summary summary) {
        return summary.unit() == Unit.BYTES ? "less than " : "as fast as ";
    }

    private static void big(Markup out, String number, String unit) {
        out.open("span", "class", "big")
                .leaf("b", number)
                .text(" ")
                .leaf("span", unit)
                .close();
    }

    private static String rest(Summary summary) {
        StringBuilder rest = new StringBuilder();
        if (summary.timesSunJsse().isPresent() && summary.timesBestPeer().isPresent()) {
            rest.append(times(summary.timesBestPeer())).append(" best peer");
        }
        if (summary.timesBestPeer().isPresent() && summary.ofBare().isPresent()) {
            rest.append(rest.isEmpty() ? "" : " · ")
                    .append(share(summary.ofBare()))
                    .append(" of bare");
        }
        // A number stays with its sign.
        return rest.toString().replace(" %", "\u00a0%").replace(" ×", "\u00a0×");
    }

    private static String times(OptionalDouble ratio) {
        return Amounts.times(ratio.orElse(Double.NaN)) + " ×";
    }

    private static String share(OptionalDouble ratio) {
        return Amounts.percent(ratio.orElse(Double.NaN));
    }

    /** What one should know first; once, where all runs say the same. */
    private void notes(Markup out) {
        Map<String, List<String>> notes = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            String name = names.get(i);
            for (String note : notes(runs.get(i))) {
                notes.computeIfAbsent(note, key -> new ArrayList<>()).add(name);
            }
        }
        notes.forEach((note, of) -> {
            String prefix = of.size() < runs.size() ? String.join(", ", of) + ": " : "";
            out.leaf("p", prefix + note, "class", "note");
        });
    }

    private static List<String> notes(Run run) {
        List<String> notes = new ArrayList<>();
        if (!run.complete()) notes.add("This run was stopped early; only its first part is here.");
        String warning = new Report(run).warning();
        if (!warning.isEmpty()) notes.add(warning);
        for (Failure failure : run.failed()) notes.add(failure.measurement() + " failed: " + failure.reason());
        for (Absent absent : run.absent()) notes.add(absent.contender() + " is absent: " + absent.reason());
        return notes;
    }

    private void targets(Markup out) {
        out.open("section", "id", "targets").leaf("h2", "Targets");
        for (int i = 0; i < runs.size(); i++) {
            if (runs.size() > 1) out.leaf("h3", names.get(i));
            TextTable targets = new Report(runs.get(i)).targets();
            Tables.write(out, targets, "Targets, " + names.get(i), row -> outcome(targets, row));
        }
        out.close().line();
    }

    private static String outcome(TextTable targets, int row) {
        String outcome = targets.rows().get(row).get(3);
        return outcome.equals("reached") ? "good" : outcome.equals("missed") ? "bad" : "";
    }

    private void sources(Markup out) {
        out.open("section", "id", "sources").leaf("h2", "Where it comes from");
        for (int i = 0; i < runs.size(); i++) {
            if (runs.size() > 1) out.leaf("h3", names.get(i));
            out.open("dl");
            runs.get(i).facts().forEach((name, value) -> out.leaf("dt", name).leaf("dd", value));
            out.close().line();
        }
        out.leaf("h3", "How to read it");
        out.leaf("pre", Report.LEGEND);
        out.leaf(
                "p",
                "Figures are those of the best iteration; whiskers reach from the slowest to the fastest. A ratio says little"
                        + " where they are as long as what it shows. Numbers at the top are geometric means over all rows of a section, of our best row"
                        + " each.",
                "class",
                "small");
        out.close().line();
    }
}
