package dev.dovetail.tls.groups.brainpool;

import java.util.List;

/** The groups of this module, for tests. */
final class Groups {

    private Groups() {}

    static List<BrainpoolGroup> all() {
        return List.of(
                new BrainpoolP256r1(),
                new BrainpoolP384r1(),
                new BrainpoolP512r1(),
                new BrainpoolP256r1Tls13(),
                new BrainpoolP384r1Tls13(),
                new BrainpoolP512r1Tls13());
    }

    /** Those on a curve. */
    static List<BrainpoolGroup> of(String curve) {
        return all().stream().filter(group -> group.name().startsWith(curve)).toList();
    }
}
