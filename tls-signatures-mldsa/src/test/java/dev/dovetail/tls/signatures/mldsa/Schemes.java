package dev.dovetail.tls.signatures.mldsa;

import java.util.List;

/** The schemes of this module, for tests. */
final class Schemes {

    /** Two implementations of one scheme. */
    record Two(MlDsaScheme bouncyCastle, MlDsaScheme jdk) {}

    private Schemes() {}

    static List<Two> pairs() {
        return List.of(
                new Two(new BouncyCastleMlDsa44(), new JdkMlDsa44()),
                new Two(new BouncyCastleMlDsa65(), new JdkMlDsa65()),
                new Two(new BouncyCastleMlDsa87(), new JdkMlDsa87()));
    }

    /** Those that work on this JDK. */
    static List<MlDsaScheme> working() {
        return pairs().stream()
                .flatMap(two -> List.of(two.bouncyCastle(), two.jdk()).stream())
                .filter(scheme -> scheme.availability().isAvailable())
                .toList();
    }

    /** Those of them with a name. */
    static List<MlDsaScheme> working(String name) {
        return working().stream().filter(scheme -> scheme.name().equals(name)).toList();
    }
}
