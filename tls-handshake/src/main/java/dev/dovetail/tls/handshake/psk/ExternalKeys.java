package dev.dovetail.tls.handshake.psk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The application's keys, used as they are or imported (RFC 9258).
 *
 * @param keys the application's
 * @param hashes of the enabled suites
 */
public record ExternalKeys(ServerPreSharedKeys keys, KeyHashes hashes) implements KeySource {

    @Override
    public CompletionStage<Optional<OfferedKey>> find(byte[] identity) {
        return keys.find(identity.clone()).thenCompose(plain -> {
            if (plain.isPresent()) return CompletableFuture.completedFuture(closing(plain.get(), Optional.empty()));
            Optional<ImportedIdentity> imported = ImportedIdentity.read(identity);
            if (imported.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
            return keys.find(imported.get().external()).thenApply(key -> key.flatMap(one -> closing(one, imported)));
        });
    }

    private Optional<OfferedKey> closing(PreSharedKey key, Optional<ImportedIdentity> imported) {
        try (key) {
            return imported.isPresent() ? hashes.accepted(key, imported.get()) : hashes.accepted(key);
        }
    }
}
