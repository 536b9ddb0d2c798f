package dev.dovetail.tls.handshake.psk;

import java.util.List;
import java.util.Optional;

/**
 * What a client's look-up answered, closed if nobody comes for it.
 *
 * @param keys the application's
 */
public record FoundKeys(List<PreSharedKey> keys) implements AutoCloseable {

    /**
     * The key that TLS 1.2 uses; the others are closed.
     *
     * @return the first that is not imported (RFC 9258 5.1); the caller closes it
     */
    public Optional<PreSharedKey> firstPlain() {
        Optional<PreSharedKey> first =
                keys.stream().filter(key -> !key.isImported()).findFirst();
        keys.stream().filter(key -> key != first.orElse(null)).forEach(PreSharedKey::close);
        return first;
    }

    @Override
    public void close() {
        keys.forEach(PreSharedKey::close);
    }
}
