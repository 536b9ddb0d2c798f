package dev.dovetail.tls.handshake.psk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a server looks up the pre-shared key that a client names: a list, a data base, a service. The answer may come later. */
@FunctionalInterface
public interface ServerPreSharedKeys {

    /**
     * The key of a name.
     *
     * @param identity what the client sent, not checked in any way; 0 to 65535 bytes
     * @return the key, which the engine closes; empty if the name is unknown
     */
    CompletionStage<Optional<PreSharedKey>> find(byte[] identity);

    /**
     * Always the same keys.
     *
     * @param keys each with a name of its own; copies are handed out
     * @return the source
     */
    static ServerPreSharedKeys of(PreSharedKey... keys) {
        List<PreSharedKey> list = List.of(keys);
        return identity -> CompletableFuture.completedFuture(list.stream()
                .filter(key -> Arrays.equals(key.identity(), identity))
                .findFirst()
                .map(PreSharedKey::copy));
    }
}
