package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one kind: for each name the implementation that is used, and for those that can't be used the reason. A
 * part is asked whether it works when its name is first asked for: discovery alone makes no cipher.
 */
final class Parts<P extends Part> {

    private final String kind;
    private final List<P> all;
    private final Map<String, Lazy<Choice<P>>> choices = new LinkedHashMap<>();

    /**
     * What became of a name.
     *
     * @param part the implementation that is used
     * @param refusal why none is
     */
    private record Choice<P>(Optional<P> part, String refusal) {

        static <P> Choice<P> of(P part) {
            return new Choice<>(Optional.of(part), "");
        }

        static <P> Choice<P> refused(String reason) {
            return new Choice<>(Optional.empty(), reason);
        }
    }

    private Parts(String kind, List<P> all) {
        this.kind = kind;
        this.all = List.copyOf(all);
    }

    static <P extends Part> Parts<P> of(String kind, List<P> all, Map<String, String> preferences) {
        Map<String, List<P>> byName = new LinkedHashMap<>();
        for (P part : all)
            byName.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part);
        Parts<P> parts = new Parts<>(kind, all);
        byName.forEach((name, candidates) ->
                parts.choices.put(name, new Lazy<>(() -> chosen(candidates, preferences.get(name)))));
        return parts;
    }

    /** What they are, for people and for {@link KnownModules}. */
    String kind() {
        return kind;
    }

    /** Every implementation that was found. */
    List<P> all() {
        return all;
    }

    Optional<P> find(String name) {
        Lazy<Choice<P>> choice = choices.get(name);
        return choice == null ? Optional.empty() : choice.get().part();
    }

    /** The parts that are used, as far as somebody wants them; others are not asked whether they work. */
    List<P> used(Predicate<P> wanted) {
        List<P> used = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (P part : all) if (wanted.test(part)) names.add(part.name());
        for (String name : names) find(name).filter(wanted).ifPresent(used::add);
        return used;
    }

    /** The parts that are used. */
    List<P> used() {
        return used(part -> true);
    }

    /** Why a name that was found is not used. */
    Map<String, String> refused() {
        Map<String, String> refused = new LinkedHashMap<>();
        choices.forEach((name, choice) -> {
            if (choice.get().part().isEmpty()) refused.put(name, choice.get().refusal());
        });
        return refused;
    }

    /** Why there is no part of this name, and what to do about it. */
    String whyNot(String name, KnownModules modules) {
        Lazy<Choice<P>> choice = choices.get(name);
        if (choice == null) return kind + " " + name + " is missing: " + modules.advice(kind, name);
        return kind + " " + name + " " + choice.get().refusal();
    }

    /** What a plug-in throws is a reason against its part, and nobody else's trouble. */
    private static <P extends Part> Choice<P> chosen(List<P> candidates, @Nullable String preferred) {
        try {
            return choose(candidates, preferred);
        } catch (RuntimeException | LinkageError e) {
            return Choice.refused("can't be chosen, as a plug-in failed when it was asked about itself: " + e);
        }
    }

    private static <P extends Part> Choice<P> choose(List<P> candidates, @Nullable String preferred) {
        List<P> working = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (P candidate : candidates) {
            Optional<String> reason = unavailable(candidate);
            if (reason.isEmpty()) working.add(candidate);
            else reasons.add(candidate.implementation() + ": " + reason.get());
        }
        if (working.isEmpty()) return Choice.refused("is not available here: " + String.join("; ", reasons));
        if (preferred != null && keep(working, part -> part.implementation().equals(preferred))) {
            return Choice.of(working.get(0));
        }
        int highest = working.stream().mapToInt(Part::priority).max().orElseThrow();
        keep(working, part -> part.priority() == highest);
        if (working.size() == 1) return Choice.of(working.get(0));
        return Choice.refused("is ambiguous: " + implementations(working) + "; choose one with Catalog.prefer");
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
