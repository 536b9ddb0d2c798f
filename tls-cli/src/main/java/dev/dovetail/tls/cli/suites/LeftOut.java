package dev.dovetail.tls.cli.suites;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of the registry Dovetail leaves out on purpose, and why.
 *
 * @param rules the first that fits a row counts
 */
record LeftOut(List<Rule> rules) {

    static final String FILE = "iana-left-out.csv";

    /**
     * Rows of one kind.
     *
     * @param description what stands in the row
     * @param suite whether the row is a suite at all
     * @param kind a word or two
     * @param reason a sentence
     */
    record Rule(Pattern description, boolean suite, String kind, String reason) {

        private static Rule of(String line) {
            String[] cells = line.split(",", 4);
            return new Rule(Pattern.compile(cells[0]), cells[1].equals("suite"), cells[2], cells[3]);
        }
    }

    static LeftOut read() {
        return new LeftOut(Registry.resource(FILE)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Rule::of)
                .toList());
    }

    /** The rule by which a row is left out; empty if it should be here. */
    Optional<Rule> of(RegistryRow row) {
        return rules.stream()
                .filter(rule -> rule.description().matcher(row.description()).matches())
                .findFirst();
    }
}
