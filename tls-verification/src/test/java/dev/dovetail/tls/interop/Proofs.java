package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was proven, against whom, and in which roles. Safe for several threads. */
final class Proofs {

    private record Place(Row row, Partner partner) {}

    private final Map<Place, Set<Role>> proven = new ConcurrentHashMap<>();

    /** Notes that a row worked with a partner while we had that role. */
    void add(Row row, Partner partner, Role ours) {
        proven.merge(new Place(row, partner), Set.of(ours), (before, more) -> {
            Set<Role> both = EnumSet.copyOf(before);
            both.addAll(more);
            return both;
        });
    }

    /** Our roles in which a row worked with a partner. */
    Set<Role> roles(Row row, Partner partner) {
        return proven.getOrDefault(new Place(row, partner), Set.of());
    }
}
