package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The hybrids that plug-ins brought: those whose two groups are here, and what the others lack.
 *
 * @param joined the groups that came of them
 * @param lacking by name, why a hybrid can't be joined
 */
record Hybrids(List<NamedGroup> joined, Map<String, List<String>> lacking) {

    static Hybrids join(List<HybridGroup> hybrids, Parts<NamedGroup> groups, Supplier<KnownModules> modules) {
        Hybrids result = new Hybrids(new ArrayList<>(), new LinkedHashMap<>());
        for (HybridGroup hybrid : hybrids) {
            List<String> reasons = Stream.of(hybrid.first(), hybrid.second())
                    .filter(half -> groups.find(half).isEmpty())
                    .map(half -> groups.whyNot(half, modules.get()))
                    .toList();
            if (reasons.isEmpty()) result.join(hybrid, groups);
            else result.lacking.put(hybrid.name(), reasons);
        }
        return result;
    }

    private void join(HybridGroup hybrid, Parts<NamedGroup> groups) {
        try {
            joined.add(hybrid.join(
                    groups.find(hybrid.first()).orElseThrow(),
                    groups.find(hybrid.second()).orElseThrow()));
        } catch (RuntimeException | LinkageError e) {
            lacking.put(hybrid.name(), List.of("its halves can't be joined: " + e));
        }
    }
}
