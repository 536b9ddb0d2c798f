package dev.dovetail.tls.cli.suites;

import dev.dovetail.tls.api.Trait;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Traits as words. */
final class Traits {

    private Traits() {}

    /** Without RECOMMENDED, which says no more than that the modern selection takes it. */
    static String text(Collection<Trait> traits) {
        return traits.stream()
                .filter(trait -> trait != Trait.RECOMMENDED)
                .sorted()
                .map(trait -> trait.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
