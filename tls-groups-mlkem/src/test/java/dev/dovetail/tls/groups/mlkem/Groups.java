package dev.dovetail.tls.groups.mlkem;

import dev.dovetail.tls.api.spi.HybridGroup;
import java.util.List;
import java.util.stream.Stream;

/** The groups of this module, for tests. */
final class Groups {

    /** Two implementations of one group. */
    record Two(MlKemGroup bouncyCastle, MlKemGroup jdk) {}

    private Groups() {}

    static List<Two> pairs() {
        return List.of(
                new Two(new BouncyCastleMlKem512(), new JdkMlKem512()),
                new Two(new BouncyCastleMlKem768(), new JdkMlKem768()),
                new Two(new BouncyCastleMlKem1024(), new JdkMlKem1024()));
    }

    static Stream<MlKemGroup> all() {
        return pairs().stream().flatMap(two -> Stream.of(two.bouncyCastle(), two.jdk()));
    }

    /** Those that work on this JDK. */
    static List<MlKemGroup> working() {
        return all().filter(group -> group.availability().isAvailable()).toList();
    }

    /** Those of them with a name. */
    static List<MlKemGroup> working(String name) {
        return working().stream().filter(group -> group.name().equals(name)).toList();
    }

    static List<HybridGroup> hybrids() {
        return List.of(new X25519MlKem768(), new SecP256r1MlKem768(), new SecP384r1MlKem1024());
    }
}
