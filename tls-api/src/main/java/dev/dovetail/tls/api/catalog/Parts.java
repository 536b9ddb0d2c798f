package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The parts of one kind: for each name the implementation that is used, and for those that can't be used the reason.
 *
 * @param kind what they are, for people and for {@link KnownModules}
 * @param all every implementation that was found
 * @param chosen the one that is used, by name
 * @param refused why a name that was found is not used
 */
record Parts<P extends Part>(String kind, List<P> all, Map<String, P> chosen, Map<String, String> refused) {

    static <P extends Part> Parts<P> of(String kind, List<P> all, Map<String, String> preferences) {
        Map<String, List<P>> byName = new LinkedHashMap<>();
        for (P part : all)
            byName.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part);
        Parts<P> parts = new Parts<>(kind, List.copyOf(all), new LinkedHashMap<>(), new LinkedHashMap<>());
        byName.forEach((name, candidates) -> parts.choose(name, candidates, preferences.get(name)));
        return parts;
    }

    Optional<P> find(String name) {
        return Optional.ofNullable(chosen.get(name));
    }

    Collection<P> used() {
        return chosen.values();
    }

    /** Why there is no part of this name, and what to do about it. */
    String whyNot(String name, KnownModules modules) {
        String reason = refused.get(name);
        return kind + " " + name + (reason != null ? " " + reason : " is missing: " + modules.advice(kind, name));
    }

    private void choose(String name, List<P> candidates, @org.jspecify.annotations.Nullable String preferred) {
        List<P> working = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (P candidate : candidates) {
            Optional<String> reason = unavailable(candidate);
            if (reason.isEmpty()) working.add(candidate);
            else reasons.add(candidate.implementation() + ": " + reason.get());
        }
        if (working.isEmpty()) {
            refused.put(name, "is not available here: " + String.join("; ", reasons));
            return;
        }
        if (preferred != null && keep(working, part -> part.implementation().equals(preferred))) {
            chosen.put(name, working.get(0));
            return;
        }
        int highest = working.stream().mapToInt(Part::priority).max().orElseThrow();
        keep(working, part -> part.priority() == highest);
        if (working.size() == 1) chosen.put(name, working.get(0));
        else refused.put(name, "is ambiguous: " + implementations(working) + "; choose one with Catalog.prefer");
    }

    private static <P extends Part> boolean keep(List<P> parts, Predicate<P> wanted) {
        if (parts.stream().noneMatch(wanted)) return false;
        parts.removeIf(wanted.negate());
        return true;
    }

    private static Optional<String> unavailable(Part part) {
        try {
            Availability availability = part.availability();
            return availability.reason();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("its availability() failed: " + e);
        }
    }

    private static String implementations(List<? extends Part> parts) {
        return String.join(
                ", ",
                parts.stream()
                        .map(part ->
                                part.implementation() + " (" + part.getClass().getName() + ")")
                        .toList());
    }
}
