package dev.dovetail.tls.cli.suites;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.catalog.Absent;
import dev.dovetail.tls.api.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of Dovetail's modules bring what.
 *
 * @param known by kind and name, as in {@code cipher AES_128_GCM}
 */
record Modules(Map<String, String> known) {

    /** What an empty catalog lacks is everything there is. */
    static Modules all() {
        return new Modules(Catalog.of().absent().stream()
                .collect(Collectors.toMap(part -> part.kind() + " " + part.name(), Absent::module)));
    }

    /** The module that has a suite; empty if a stranger has it. */
    Optional<String> of(CipherSuite suite) {
        return Optional.ofNullable(known.get("suite " + suite.name()));
    }

    /** Every module that a suite needs, its own first. */
    List<String> neededBy(CipherSuite suite) {
        List<String> parts = new ArrayList<>(List.of("suite " + suite.name()));
        suite.needs().keyExchange().ifPresent(name -> parts.add("key exchange " + name));
        parts.add("cipher " + suite.needs().cipher());
        suite.needs().mac().ifPresent(name -> parts.add("MAC " + name));
        parts.add("hash " + suite.needs().hash());
        return parts.stream()
                .map(part -> known.getOrDefault(part, "another's module"))
                .distinct()
                .toList();
    }
}
