package dev.dovetail.tls.handshake.psk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a client has its pre-shared keys from: a list, a file, a service. The answer may come later. */
@FunctionalInterface
public interface ClientPreSharedKeys {

    /**
     * The keys for a server. TLS 1.3 asks before the ClientHello and offers them all; TLS 1.2 asks when the server has
     * chosen a PSK suite, and uses the first that is not imported.
     *
     * @param serverName the host or address of the configuration
     * @param identityHint what the server said about the key that it wants (RFC 4279 5.2); only in TLS 1.2
     * @return the keys, best first, perhaps none; the engine closes them
     */
    CompletionStage<List<PreSharedKey>> find(Optional<String> serverName, Optional<byte[]> identityHint);

    /**
     * Always the same keys.
     *
     * @param keys best first; copies are handed out
     * @return the source
     */
    static ClientPreSharedKeys of(PreSharedKey... keys) {
        List<PreSharedKey> list = List.of(keys);
        return (serverName, identityHint) -> CompletableFuture.completedFuture(
                list.stream().map(PreSharedKey::copy).toList());
    }
}
