package dev.dovetail.tls.handshake.psk;

import dev.dovetail.tls.handshake.extension.PskNegotiation.Identity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * A server's way through the identities that a client offers, in the client's order, to the first that it knows.
 *
 * @param keys the application's
 * @param hashes of the enabled suites
 * @param suits whether a key can be used with what else the client offers
 */
public record KeySearch(ServerPreSharedKeys keys, KeyHashes hashes, Predicate<OfferedKey> suits) {

    // Choice: a client has a few keys; each identity may cost a look-up in a data base.
    private static final int MOST_LOOKED_UP = 8;

    /**
     * The outcome of a search, closed if nobody comes for it.
     *
     * @param key empty if none is known
     */
    public record Found(Optional<AcceptedKey> key) implements AutoCloseable {

        @Override
        public void close() {
            key.ifPresent(AcceptedKey::close);
        }
    }

    /**
     * Looks them up, one behind the other.
     *
     * @param identities the client's
     * @return the first that is known and suits
     */
    public CompletionStage<Found> first(List<Identity> identities) {
        return from(0, identities.subList(0, Math.min(identities.size(), MOST_LOOKED_UP)));
    }

    private CompletionStage<Found> from(int place, List<Identity> identities) {
        if (place == identities.size()) return CompletableFuture.completedFuture(new Found(Optional.empty()));
        return find(identities.get(place).identity()).thenCompose(found -> {
            Optional<OfferedKey> key = found.filter(suits);
            if (key.isEmpty()) {
                found.ifPresent(OfferedKey::close);
                return from(place + 1, identities);
            }
            return CompletableFuture.completedFuture(new Found(Optional.of(new AcceptedKey(place, key.get()))));
        });
    }

    private CompletionStage<Optional<OfferedKey>> find(byte[] identity) {
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
