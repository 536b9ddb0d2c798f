package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import java.security.Security;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JDK forbids its own stack suites that we can speak, TLS_RSA_* for one on newer JDKs. In this process, and for this
 * demonstration, they are allowed, so that the JDK can be the witness for them too.
 *
 * @param kept rules that stay
 * @param lifted rules that forbid a suite of ours
 */
record JssePolicy(List<String> kept, List<String> lifted) {

    private static final String PROPERTY = "jdk.tls.disabledAlgorithms";

    /**
     * Lifts what forbids our suites. Works only before the JDK's stack is used for the first time.
     *
     * @return what was lifted
     */
    static List<String> relax(Catalog catalog) {
        String rules = Security.getProperty(PROPERTY);
        if (rules == null) return List.of();
        JssePolicy policy =
                of(rules, catalog.usable().stream().map(UsableSuite::toString).toList());
        if (!policy.lifted.isEmpty()) Security.setProperty(PROPERTY, String.join(", ", policy.kept));
        return policy.lifted;
    }

    /** Parts rules, as they stand in the security property, by whether they forbid one of the suites. */
    static JssePolicy of(String rules, List<String> suites) {
        Predicate<String> forbidsOne = rule -> suites.stream().anyMatch(suite -> forbids(rule, suite));
        List<String> all = Stream.of(rules.split(",")).map(String::strip).toList();
        return new JssePolicy(
                all.stream().filter(forbidsOne.negate()).toList(),
                all.stream().filter(forbidsOne).toList());
    }

    /** A rule is a suite's name, perhaps with {@code *}, or the name of an algorithm as it stands in suite names. */
    private static boolean forbids(String rule, String suite) {
        String pattern = Stream.of(rule.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^ ]*"));
        return suite.matches(pattern) || ("_" + suite + "_").contains("_" + rule + "_");
    }
}
