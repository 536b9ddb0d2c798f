package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /**
     * The one that is preferred, if it works, or else one of the highest priority: an implementation that is not needed is not
     * asked whether it works, as that may load a library.
     */
    private static <P extends Part> Choice<P> choose(List<P> candidates, @Nullable String preferred) {
        List<String> reasons = new ArrayList<>();
        List<P> others = new ArrayList<>();
        for (P candidate : candidates) {
            if (preferred == null || !preferred.equals(candidate.implementation())) others.add(candidate);
            else if (works(candidate, reasons)) return Choice.of(candidate);
        }
        for (List<P> equals : byPriority(others, reasons)) {
            List<P> working =
                    equals.stream().filter(part -> works(part, reasons)).toList();
            if (working.size() == 1) return Choice.of(working.get(0));
            if (working.size() > 1) {
                return Choice.refused("is ambiguous: " + implementations(working) + "; choose one with Catalog.prefer");
            }
        }
        return Choice.refused("is not available here: " + String.join("; ", reasons));
    }

    /** The highest first. Each is asked once; who fails is out, and nobody else. */
    private static <P extends Part> Collection<List<P>> byPriority(List<P> parts, List<String> reasons) {
        Map<Integer, List<P>> groups = new TreeMap<>(Comparator.reverseOrder());
        for (P part : parts) {
            try {
                groups.computeIfAbsent(part.priority(), priority -> new ArrayList<>())
                        .add(part);
            } catch (RuntimeException | LinkageError e) {
                reasons.add(part.getClass().getName() + ": its priority() failed: " + e);
            }
        }
        return groups.values();
    }

    private static boolean works(Part part, List<String> reasons) {
        Optional<String> reason = unavailable(part);
        if (reason.isPresent()) reasons.add(part.implementation() + ": " + reason.get());
        return reason.isEmpty();
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
