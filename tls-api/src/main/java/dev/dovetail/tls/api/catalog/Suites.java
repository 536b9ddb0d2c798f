package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The suites that plug-ins brought, whether their parts are here or not.
 *
 * @param byName each once
 * @param problems what could not be had
 */
record Suites(Map<String, CipherSuite> byName, List<Problem> problems) {

    static Suites of(Collection<SuiteProvider> providers) {
        Suites suites = new Suites(new LinkedHashMap<>(), new ArrayList<>());
        for (SuiteProvider provider : providers) {
            try {
                for (CipherSuite suite : provider.suites()) suites.add(suite);
            } catch (RuntimeException | LinkageError e) {
                suites.problems.add(new Problem(provider.getClass().getName(), "its suites() failed: " + e));
            }
        }
        return suites;
    }

    /** Those that somebody wants, and whatever else has one of their numbers: only one can be negotiated. */
    List<CipherSuite> withCodesOf(Predicate<CipherSuite> wanted) {
        Set<Integer> codes =
                byName.values().stream().filter(wanted).map(CipherSuite::code).collect(Collectors.toSet());
        return byName.values().stream()
                .filter(suite -> codes.contains(suite.code()))
                .toList();
    }

    private void add(CipherSuite suite) {
        CipherSuite before = byName.putIfAbsent(suite.name(), suite);
        if (before != null && !before.equals(suite)) {
            problems.add(new Problem("suite " + suite.name(), "is brought twice with different facts"));
        }
    }
}
