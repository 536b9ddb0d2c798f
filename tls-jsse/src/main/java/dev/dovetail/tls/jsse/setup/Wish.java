package dev.dovetail.tls.jsse.setup;

import java.security.AlgorithmConstraints;
import java.util.List;
import java.util.Optional;

/**
 * What of a connection's parameters decides about its selection. Connections with equal wishes share one.
 *
 * @param protocols the JDK's names, newest first
 * @param suites IANA's names, best first
 * @param groups those chosen by the application
 * @param schemes those chosen by the application
 * @param constraints what the application forbids
 */
record Wish(
        List<String> protocols,
        List<String> suites,
        Optional<List<String>> groups,
        Optional<List<String>> schemes,
        Optional<AlgorithmConstraints> constraints) {

    static Wish of(ConnectionParameters parameters, List<String> groups, List<String> schemes) {
        return new Wish(
                parameters.protocols(),
                parameters.suites(),
                parameters.namedGroups().or(() -> chosen(groups)),
                parameters.signatureSchemes().or(() -> chosen(schemes)),
                parameters.constraints());
    }

    private static Optional<List<String>> chosen(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
