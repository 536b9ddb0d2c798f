package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.stream.Stream;

/** A group of ours in a version. */
record GroupCase(ProtocolVersion version, String group) {

    /** Every group in every version. */
    static Stream<GroupCase> all() {
        return Dovetail.VERSIONS.stream().flatMap(version -> groups().map(group -> new GroupCase(version, group)));
    }

    /** The names of all groups. */
    static Stream<String> groups() {
        return Dovetail.selection().groups().stream().map(NamedGroup::name);
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
                .groups(Stream.concat(Stream.of(other(group)), groups()).toArray(String[]::new));
    }

    @Override
    public String toString() {
        return version + ", " + group;
    }
}
