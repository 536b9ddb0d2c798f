package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.Set;
import java.util.stream.Stream;

/** A group of ours in a version. */
record GroupCase(ProtocolVersion version, String group) {

    /** Choice: what every release of the peers has; ML-KEM is too new for some. */
    private static final Set<String> WITH_PEERS = Set.of("x25519", "x448", "secp256r1", "secp384r1", "secp521r1");

    /** The names of the groups of a version that the peers have too. */
    static Stream<String> groups(ProtocolVersion version) {
        return Dovetail.selection().groups().stream()
                .filter(group -> group.versions().contains(version) && WITH_PEERS.contains(group.name()))
                .map(NamedGroup::name);
    }

    /** A group that is not this one. */
    static String other(String group) {
        return group.equals("secp256r1") ? "secp384r1" : "secp256r1";
    }

    /** Exactly this group and version. */
    Selection only() {
        return Dovetail.only(version).groups(group);
    }

    /** All groups, the best one being another than this. */
    Selection withAnotherFirst() {
        return Dovetail.only(version)
                .groups(Stream.concat(Stream.of(other(group)), groups(version)).toArray(String[]::new));
    }

    @Override
    public String toString() {
        return version + ", " + group;
    }
}
