package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.Trait;
import java.util.Set;

/**
 * What IANA and the RFCs say of a group, whoever computes it.
 *
 * @param code the number in supported_groups
 * @param name IANA's spelling
 * @param shareLength bytes of a share
 * @param secretLength bytes of the shared secret
 * @param preference where it stands among the defaults
 * @param traits what to know before enabling it: RECOMMENDED where IANA says Y
 */
record GroupFacts(int code, String name, int shareLength, int secretLength, int preference, Set<Trait> traits) {

    static final GroupFacts SECP256R1 = prime(23, "secp256r1", 32, 80, Set.of(Trait.RECOMMENDED));
    static final GroupFacts SECP384R1 = prime(24, "secp384r1", 48, 50, Set.of(Trait.RECOMMENDED));
    static final GroupFacts SECP521R1 = prime(25, "secp521r1", 66, 40, Set.of());
    static final GroupFacts X25519 = montgomery(29, "x25519", 32, 90);
    static final GroupFacts X448 = montgomery(30, "x448", 56, 60);

    /** RFC 8446 4.2.8.2: the share is 4, X and Y; the secret is X (7.4.2). */
    private static GroupFacts prime(int code, String name, int fieldLength, int preference, Set<Trait> traits) {
        return new GroupFacts(code, name, 1 + 2 * fieldLength, fieldLength, preference, traits);
    }

    /** RFC 7748 6: share and secret are both one coordinate. */
    private static GroupFacts montgomery(int code, String name, int fieldLength, int preference) {
        return new GroupFacts(code, name, fieldLength, fieldLength, preference, Set.of(Trait.RECOMMENDED));
    }
}
