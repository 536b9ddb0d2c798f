package dev.dovetail.tls.testkit;

import dev.dovetail.tls.certificates.KeyKind;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One key pair of each kind, made once for all tests: RSA takes its time. */
final class SampleKeys {

    private static final Map<KeyKind, KeyPair> PAIRS = new ConcurrentHashMap<>();

    private SampleKeys() {}

    static KeyPair of(KeyKind kind) {
        return PAIRS.computeIfAbsent(kind, KeyKind::generate);
    }

    static List<KeyPair> all() {
        return Arrays.stream(KeyKind.values())
                .filter(kind -> kind != KeyKind.RSA_4096)
                .map(SampleKeys::of)
                .toList();
    }
}
