package dev.dovetail.tls.jsse.algorithm;

import dev.dovetail.tls.api.Role;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * An algorithm where it is used, as conditions of disabled algorithms ask for it.
 *
 * @param names all by which it can be meant, in the form of {@link AlgorithmNames#name}
 * @param key the key; empty for a signature
 * @param owner whose certificate it is about; empty where nobody knows
 * @param jdkAuthority whether its chain ends at an authority that came with the JDK
 * @param now when
 */
record AlgorithmUse(
        Set<String> names, Optional<PublicKey> key, Optional<Role> owner, BooleanSupplier jdkAuthority, Instant now) {

    /** In bits; empty for a signature, and for keys that do not tell. */
    OptionalInt keySize() {
        return key.map(AlgorithmNames::size).orElseGet(OptionalInt::empty);
    }
}
