package dev.dovetail.tls.interop;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limits the groups of one JSSE connection. SSLParameters.setNamedGroups does so from JDK 20 on only, and a system
 * property would do it for all connections of the process.
 *
 * @param allowed names of groups, IANA's spelling
 */
record GroupConstraints(Set<String> allowed) implements AlgorithmConstraints {

    private static final Set<String> GROUPS = Set.of("x25519", "x448", "secp256r1", "secp384r1", "secp521r1");

    static GroupConstraints only(String... groups) {
        return new GroupConstraints(Set.of(groups));
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives, String algorithm, @Nullable AlgorithmParameters parameters) {
        if (!primitives.contains(CryptoPrimitive.KEY_AGREEMENT)) return true;
        return allowed.contains(algorithm) || !GROUPS.contains(algorithm) && !algorithm.startsWith("ffdhe");
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
        return true;
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives, String algorithm, Key key, @Nullable AlgorithmParameters parameters) {
        return true;
    }
}
