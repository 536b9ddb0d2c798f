package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects measurements, and what can't be measured. What is compared is added together: it is measured in a row. */
final class PlanDraft {

    private final Catalog catalog;
    private final PeerStacks stacks;
    private final Set<Measurement> measurements = new LinkedHashSet<>();
    private final Set<Absence> absences = new LinkedHashSet<>();
    private final Map<Absence, Set<String>> partsThatDoNotWork = new LinkedHashMap<>();

    PlanDraft(Catalog catalog, PeerStacks stacks) {
        this.catalog = catalog;
        this.stacks = stacks;
    }

    Catalog catalog() {
        return catalog;
    }

    List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    /** Stacks of which nothing can be measured here. */
    List<Absence> absentStacks() {
        return stacks.absent().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Absence(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Stacks that are not here at all come first; what keeps several parts away for one reason is told once. */
    List<Absence> absences() {
        List<Absence> all = new ArrayList<>(absentStacks());
        all.addAll(absences);
        partsThatDoNotWork.forEach((absence, names) -> all.add(new Absence(
                Contender.OWN, String.join(", ", names) + " by " + absence.contender() + ": " + absence.reason())));
        return List.copyOf(all);
    }

    void add(BenchmarkMethod method, Map<String, String> parameters, String subject, Contender who) {
        add(method, parameters, subject, 0, who);
    }

    void add(BenchmarkMethod method, Map<String, String> parameters, String subject, int size, Contender who) {
        measurements.add(new Measurement(method, parameters, subject, size, who));
    }

    void absent(String contender, String reason) {
        absences.add(new Absence(contender, reason));
    }

    /** Implementations of a suite's cipher, the JDK's first. */
    List<String> ciphers(String suite) {
        return implementations(
                BulkCipher.class,
                Plugins.usable(catalog, RecordSuite.name(suite)).cipher().name());
    }

    /** Those that work here, the JDK's first; of others it is remembered why they don't. */
    List<String> implementations(Class<? extends Part> kind, String name) {
        for (Part part : catalog.parts()) {
            if (!kind.isInstance(part) || !part.name().equals(name)) continue;
            part.availability()
                    .reason()
                    .ifPresent(reason -> partsThatDoNotWork
                            .computeIfAbsent(new Absence(part.implementation(), reason), key -> new LinkedHashSet<>())
                            .add(name));
        }
        return Plugins.implementations(catalog, kind, name);
    }

    /**
     * Whether there is anything by somebody whose module is expected; else it is remembered why not.
     *
     * @param what is to be measured by it, for people
     * @param otherwise the reason, if there is not even a part that does not work
     */
    boolean isHere(String implementation, String what, String otherwise) {
        List<Part> all = catalog.parts().stream()
                .filter(part -> part.implementation().equals(implementation))
                .toList();
        if (all.stream().anyMatch(part -> part.availability().isAvailable())) return true;
        String reason = all.stream()
                .flatMap(part -> part.availability().reason().stream())
                .findFirst()
                .orElse(otherwise);
        absent(Contender.OWN, what + " by " + implementation + ": " + reason);
        return false;
    }

    /** The one of a key, if it is here and can do what is asked; else it is remembered why not. */
    Optional<PeerStack> stack(String key, String subject, PeerSetting setting) {
        Optional<PeerStack> found = stacks.present().stream()
                .filter(stack -> stack.key().equals(key))
                .findFirst();
        Optional<String> obstacle = found.flatMap(stack -> stack.obstacle(setting));
        obstacle.ifPresent(reason -> absent(key, subject + (setting.resuming() ? ", resumed" : "") + ": " + reason));
        return obstacle.isPresent() ? Optional.empty() : found;
    }

    static Map<String, String> with(Map<String, String> some, String key, String value) {
        Map<String, String> all = new HashMap<>(some);
        all.put(key, value);
        return all;
    }
}
