package dev.dovetail.tls.handshake.tls13;

import dev.dovetail.tls.api.Secret;
import java.util.Optional;

/**
 * What goes into the key schedule (RFC 8446 7.1): at least one of the two.
 *
 * @param preShared the pre-shared key
 * @param shared the group's secret
 */
public record KeyInputs(Optional<Secret> preShared, Optional<Secret> shared) implements AutoCloseable {

    /** Forgets both. */
    @Override
    public void close() {
        preShared.ifPresent(Secret::close);
        shared.ifPresent(Secret::close);
    }
}
