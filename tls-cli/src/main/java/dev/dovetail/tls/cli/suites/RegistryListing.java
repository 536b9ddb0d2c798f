package dev.dovetail.tls.cli.suites;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.cli.text.Table;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** IANA's registry row by row: usable with which modules, or why not. */
final class RegistryListing {

    private static final String USABLE = "usable";
    private static final String MISSING = "missing";

    private final Catalog catalog;
    private final Registry registry = Registry.read();
    private final LeftOut leftOut = LeftOut.read();
    private final Modules modules = Modules.all();

    RegistryListing(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What is to be said of a row.
     *
     * @param row the row
     * @param suite whether it is a suite: numbers without one and signals are not
     * @param kind {@code usable}, {@code missing} or why it is left out on purpose
     * @param text with which modules, or what is missing, or why it is left out
     */
    record Verdict(RegistryRow row, boolean suite, String kind, String text) {

        boolean usable() {
            return kind.equals(USABLE);
        }

        private List<String> cells() {
            return List.of(row.value(), row.description(), (usable() ? "" : "no: ") + kind, text);
        }
    }

    /** A verdict for each row, in the registry's order. */
    List<Verdict> verdicts() {
        return registry.rows().stream().map(this::verdict).toList();
    }

    void print(PrintWriter out) {
        List<Verdict> verdicts = verdicts();
        List<List<String>> rows = verdicts.stream().map(Verdict::cells).toList();
        Table table = Table.of("code", "name in IANA's registry", USABLE, "with, or why not")
                .fit(rows);
        out.println(table.heading());
        rows.forEach(row -> out.println(table.line(row)));
        out.println();
        List<Verdict> suites = verdicts.stream().filter(Verdict::suite).toList();
        out.printf("%d rows, %d of them suites%n", verdicts.size(), suites.size());
        out.println("no suite: "
                + counts(verdicts.stream().filter(row -> !row.suite()).toList()));
        out.println("not usable: "
                + counts(suites.stream().filter(row -> !row.usable()).toList()));
        long usable = suites.stream().filter(Verdict::usable).count();
        out.printf("usable %d of %d%n", usable, suites.size());
    }

    private Verdict verdict(RegistryRow row) {
        Optional<CipherSuite> here = catalog.usable(row.description())
                .map(UsableSuite::suite)
                .filter(suite -> row.code().orElse(-1) == suite.code());
        if (here.isPresent()) {
            return new Verdict(row, true, USABLE, String.join(", ", modules.neededBy(here.get())));
        }
        return leftOut.of(row)
                .map(rule -> new Verdict(row, rule.suite(), rule.kind(), rule.reason()))
                .orElseGet(() -> new Verdict(row, true, MISSING, whyMissing(row)));
    }

    private String whyMissing(RegistryRow row) {
        List<String> reasons = catalog.explain(row.description()).reasons();
        return reasons.isEmpty() ? "a suite of this name has another number here" : String.join("; ", reasons);
    }

    private static String counts(List<Verdict> verdicts) {
        Map<String, Long> kinds = verdicts.stream()
                .collect(Collectors.groupingBy(Verdict::kind, LinkedHashMap::new, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }
}
