package dev.dovetail.tls.cli.suites;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.cli.text.Table;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A catalog as text: a section for each kind of thing that it holds. */
final class Listing {

    private static final String INDENT = "  ";
    private static final String NOTE = " ".repeat(10);

    private final Catalog catalog;
    private final Implementations implementations;
    private final Enabled enabled;
    private final Modules modules = Modules.all();
    private final PrintWriter out;

    Listing(Catalog catalog, PrintWriter out) {
        this.catalog = catalog;
        this.implementations = new Implementations(catalog);
        this.enabled = Enabled.of(catalog);
        this.out = out;
    }

    void print() {
        suites();
        groups();
        signatureSchemes();
        parts();
        absent();
        problems();
        summary();
        out.println();
        out.println("enabled: modern     = by Selection.modern, the default");
        out.println("         compatible = by Selection.compatible too, for older and rarer peers");
        out.println("         by name    = only where it is named");
        out.println("(n):     priority among implementations of one name; the highest is used");
    }

    // ---- suites

    private void suites() {
        Table table = Table.of("code", "suite", "TLS", "key exchange", "cipher and MAC", "hash", "enabled", "traits")
                .fit(catalog.suites().stream().map(this::row).toList());
        out.println("Suites by module, best first");
        byModule().forEach((module, suites) -> {
            out.println();
            out.println(module + ": " + suites.size() + (suites.size() == 1 ? " suite" : " suites"));
            out.println(INDENT + table.heading());
            for (CipherSuite suite : suites) {
                out.println(INDENT + table.line(row(suite)));
                for (String reason : catalog.explain(suite.name()).reasons()) out.println(NOTE + reason);
            }
        });
    }

    /** The module with the best suite first. */
    private Map<String, List<CipherSuite>> byModule() {
        return bestFirst().stream()
                .collect(Collectors.groupingBy(
                        suite -> modules.of(suite).orElse("other modules"), LinkedHashMap::new, Collectors.toList()));
    }

    private List<CipherSuite> bestFirst() {
        Set<CipherSuite> list = new LinkedHashSet<>();
        for (UsableSuite suite : catalog.usable()) list.add(suite.suite());
        list.addAll(catalog.suites());
        return List.copyOf(list);
    }

    private List<String> row(CipherSuite suite) {
        String exchange = suite.needs()
                .keyExchange()
                .map(name -> name + " " + suite.authentication())
                .orElse(suite.authentication().name());
        String cipher = suite.needs().cipher()
                + suite.needs().mac().map(mac -> " " + mac).orElse("");
        return List.of(
                hex(suite.code()),
                suite.name(),
                text(suite.versions()),
                exchange,
                cipher,
                suite.needs().hash(),
                catalog.explain(suite.name()).usable() ? enabled.suite(suite) : "no",
                Traits.text(suite.traits()));
    }

    // ---- groups and signature schemes

    private void groups() {
        section(
                "Groups, best first",
                Table.of("code", "group", "kind", "versions", "share bytes", "enabled", "traits", "implementation"),
                catalog.groups().stream().map(this::row).toList());
    }

    private List<String> row(NamedGroup group) {
        int initiator = group.initiatorShareLength();
        int responder = group.responderShareLength();
        return List.of(
                hex(group.code()),
                group.name(),
                group.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                text(group.versions()),
                initiator == responder ? "" + initiator : initiator + ", " + responder,
                enabled.group(group),
                Traits.text(group.traits()),
                implementations.of(group));
    }

    private void signatureSchemes() {
        section(
                "Signature schemes, best first",
                Table.of("code", "scheme", "serves", "versions", "enabled", "traits", "implementation"),
                catalog.signatureSchemes().stream().map(this::row).toList());
    }

    private List<String> row(SignatureScheme scheme) {
        return List.of(
                hex(scheme.code()),
                scheme.name(),
                scheme.authentication(),
                text(scheme.versions()),
                enabled.scheme(scheme),
                Traits.text(scheme.traits()),
                implementations.of(scheme));
    }

    // ---- parts

    private void parts() {
        List<List<String>> rows = catalog.parts().stream()
                .filter(part -> !(part instanceof NamedGroup || part instanceof SignatureScheme))
                .sorted(Comparator.comparing(PartKind::of).thenComparing(Part::name))
                .map(part -> List.of(PartKind.of(part).text(), part.name(), implementations.of(part)))
                .distinct()
                .toList();
        section("Parts of suites", Table.of("kind", "part", "implementation"), rows);
    }

    private void absent() {
        section(
                "Not here",
                Table.of("kind", "name", "module to add"),
                catalog.absent().stream()
                        .map(absent -> List.of(absent.kind(), absent.name(), "dev.dovetail:" + absent.module()))
                        .toList());
    }

    private void problems() {
        if (catalog.problems().isEmpty()) return;
        out.println();
        out.println("Problems: " + catalog.problems().size());
        catalog.problems().forEach(problem -> out.println(INDENT + problem));
    }

    private void summary() {
        out.println();
        out.println("Enabled by default, best first");
        for (UsableSuite suite : enabled.modern().suites()) out.println(INDENT + suite);
        out.println();
        Map<String, Long> counts = catalog.usable().stream()
                .collect(Collectors.groupingBy(
                        suite -> enabled.suite(suite.suite()), TreeMap::new, Collectors.counting()));
        out.printf(
                "%d suites, %d of them usable: %d modern, %d compatible, %d by name%n",
                catalog.suites().size(),
                catalog.usable().size(),
                counts.getOrDefault(Enabled.MODERN, 0L),
                counts.getOrDefault(Enabled.COMPATIBLE, 0L),
                counts.getOrDefault(Enabled.BY_NAME, 0L));
        out.printf(
                "%d parts, %d of them in use: %d groups and %d signature schemes among them; %d problems%n",
                catalog.parts().size(),
                catalog.parts().stream().filter(catalog::uses).count(),
                catalog.groups().size(),
                catalog.signatureSchemes().size(),
                catalog.problems().size());
    }

    // ---- layout

    private void section(String title, Table table, List<List<String>> rows) {
        if (rows.isEmpty()) return;
        out.println();
        out.println(title);
        Table fitting = table.fit(rows);
        out.println(INDENT + fitting.heading());
        for (List<String> row : rows) out.println(INDENT + fitting.line(row));
    }

    private static String text(Collection<ProtocolVersion> versions) {
        Stream<String> numbers =
                versions.stream().sorted().map(version -> version.toString().replace("TLS ", ""));
        return numbers.collect(Collectors.joining(", "));
    }

    private static String hex(int code) {
        return String.format("0x%04x", code);
    }
}
