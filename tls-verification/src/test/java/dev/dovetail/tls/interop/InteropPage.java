package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The page that says what was proven against whom. It is written from a run, and a run that proves something else fails.
 *
 * @param partners the other stacks, in the order of the columns
 * @param ourselves the column for what nobody else has
 * @param proofs what the run proved
 */
record InteropPage(List<Partner> partners, Partner ourselves, Proofs proofs) {

    private static final Path PAGE = Path.of("..", "docs", "interop.md");
    private static final Path RESULT = Path.of("target", "interop.md");
    private static final String PROPERTY = "dovetail.interop.page";
    private static final String COMMAND = "mvn verify -pl tls-verification -am -Dtest=none -Dit.test=MatrixInteropIT"
            + " -Ddovetail.interop=require -D" + PROPERTY + "=write";
    private static final String HEAD = """
            # Who talks to whom

            This page is written by a run of `MatrixInteropIT` and never by hand: every suite, group and signature scheme of
            all our modules is negotiated with every stack below that says it has it. In each connection both sides send data
            of several lengths, up to several records, and end with close_notify; then both are asked what they agreed on.
            A build with all partners fails if it proves anything else than what stands here. To write it anew:

            ```sh
            %s
            ```

            A cell says in which roles we were: **both**, only as the *client*, or only as the *server*; it is empty where the
            other stack does not have the thing. What no other stack can do in both roles is tried with Dovetail at both ends too, which proves less.

            """;

    /** Keeps what the run proved, and compares it with the page or, if asked to, writes the page. */
    void check() {
        String page = text();
        write(RESULT, page);
        if (System.getProperty(PROPERTY, "").equals("write")) write(PAGE, page);
        else if (Program.allRequired()) {
            assertThat(withoutVersions(read(PAGE)))
                    .as(
                            "docs/interop.md does not say what this run proved; see tls-verification/target/interop.md or run%n%s",
                            COMMAND)
                    .isEqualTo(withoutVersions(page));
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEAD.formatted(COMMAND));
        text.append(summary());
        for (Row.What what : Row.What.values()) text.append(table(what));
        return text.append(obstacles()).toString();
    }

    private String obstacles() {
        StringBuilder text = new StringBuilder("\n## Left out\n\n");
        text.append("Where a role is not proven though the other stack has the thing, that stack is in the way:\n\n");
        Stream.of(Row.What.values())
                .flatMap(what -> Row.all(what).stream())
                .flatMap(row -> partners.stream()
                        .filter(row::isOf)
                        .flatMap(partner ->
                                Stream.of(Role.values()).flatMap(ours -> partner.obstacle(row.trial(), ours).stream())))
                .distinct()
                .forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        return text.toString();
    }

    private String summary() {
        List<String> lines = new ArrayList<>();
        List<Row> suites = Row.all(Row.What.SUITE);
        long both = suites.stream().filter(this::abroad).count();
        long alone = suites.stream().filter(this::nowhereElse).count();
        lines.add(
                "Of %d suites %d are proven against another stack in both roles, %d in one, %d only against ourselves."
                        .formatted(suites.size(), both, suites.size() - both - alone, alone));
        lines.add("");
        lines.add("| Stack | Version | Suites | Groups | Signature schemes | Pre-shared keys |");
        lines.add("|---|---|---:|---:|---:|---:|");
        for (Partner partner : partners) {
            List<String> cells = new ArrayList<>(List.of(partner.name(), partner.version()));
            for (Row.What what : Row.What.values()) cells.add(String.valueOf(count(Row.all(what), partner)));
            lines.add(line(cells));
        }
        lines.add("");
        lines.add("Groups and schemes are counted once for each version of TLS.");
        return String.join("\n", lines) + "\n";
    }

    private String table(Row.What what) {
        List<String> lines = new ArrayList<>(List.of("", "## " + what.title(), ""));
        List<String> titles = new ArrayList<>(List.of("Code", "Name", "Version"));
        partners.forEach(partner -> titles.add(partner.name()));
        titles.add(ourselves.name());
        lines.add(line(titles));
        lines.add("|---".repeat(titles.size()) + "|");
        for (Row row : Row.all(what)) {
            List<String> cells = new ArrayList<>(List.of(
                    "`%04x`".formatted(row.code()), row.name(), row.version().toString()));
            partners.forEach(partner -> cells.add(cell(row, partner)));
            cells.add(cell(row, ourselves));
            lines.add(line(cells));
        }
        return String.join("\n", lines) + "\n";
    }

    private String cell(Row row, Partner partner) {
        Set<Role> roles = proofs.roles(row, partner);
        if (roles.size() == 2) return "**both**";
        if (roles.isEmpty()) return "";
        return roles.contains(Role.CLIENT) ? "*client*" : "*server*";
    }

    private boolean abroad(Row row) {
        return partners.stream().anyMatch(partner -> proofs.roles(row, partner).size() == 2);
    }

    private boolean nowhereElse(Row row) {
        return partners.stream().allMatch(partner -> proofs.roles(row, partner).isEmpty());
    }

    private long count(List<Row> rows, Partner partner) {
        return rows.stream()
                .filter(row -> !proofs.roles(row, partner).isEmpty())
                .count();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** Other versions of the same stacks may prove the same. */
    private String withoutVersions(String page) {
        String same = page;
        for (Partner partner : partners) {
            same = same.replaceAll("(?m)^(\\| " + partner.name() + " \\|)[^|]*\\|", "$1|");
        }
        return same;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
