package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.benchmarks.Measurement.Side;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects measurements, and what can't be measured. What is compared is added together: it is measured within a minute. */
final class PlanDraft {

    private final Catalog catalog = Plugins.all();
    private final PeerStacks stacks = PeerStacks.discover();
    private final Set<Measurement> measurements = new LinkedHashSet<>();
    private final Set<Absence> absences = new LinkedHashSet<>();

    Catalog catalog() {
        return catalog;
    }

    List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    /** Stacks that are not here at all come first. */
    List<Absence> absences() {
        Set<Absence> all = new LinkedHashSet<>();
        stacks.absent().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> all.add(new Absence(entry.getKey(), entry.getValue())));
        all.addAll(absences);
        return List.copyOf(all);
    }

    void add(String benchmark, Map<String, String> parameters, String subject, Side side, String implementation) {
        add(benchmark, parameters, subject, 0, side, implementation);
    }

    void add(
            String benchmark,
            Map<String, String> parameters,
            String subject,
            int size,
            Side side,
            String implementation) {
        measurements.add(new Measurement(benchmark, parameters, subject, size, side, implementation));
    }

    void absent(String contender, String reason) {
        absences.add(new Absence(contender, reason));
    }

    /** Implementations of a suite's cipher. */
    List<String> ciphers(String suite) {
        return implementations(
                BulkCipher.class,
                Plugins.usable(catalog, RecordSuite.name(suite)).cipher().name());
    }

    List<String> implementations(Class<? extends Part> kind, String name) {
        return Plugins.implementations(catalog, kind, name);
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

    static Side sideOf(PeerStack stack) {
        return stack.key().equals(DovetailJsseStack.KEY) ? Side.OWN : Side.PEER;
    }

    static Map<String, String> with(Map<String, String> some, String key, String value) {
        Map<String, String> all = new HashMap<>(some);
        all.put(key, value);
        return all;
    }
}
