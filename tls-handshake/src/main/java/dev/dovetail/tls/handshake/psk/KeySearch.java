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
 * @param sources who may know them, asked in this order
 * @param suits whether a key can be used with what else the client offers
 */
public record KeySearch(List<KeySource> sources, Predicate<OfferedKey> suits) {

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
     * @param from where to begin
     * @param identities the client's
     * @return the first that is known and suits
     */
    public CompletionStage<Found> first(int from, List<Identity> identities) {
        List<Identity> some = identities.subList(0, Math.min(identities.size(), MOST_LOOKED_UP));
        return from(Math.min(from, some.size()), some);
    }

    private CompletionStage<Found> from(int place, List<Identity> identities) {
        if (place == identities.size()) return CompletableFuture.completedFuture(new Found(Optional.empty()));
        return find(0, identities.get(place).identity()).thenCompose(found -> {
            Optional<OfferedKey> key = found.filter(suits);
            if (key.isEmpty()) {
                found.ifPresent(OfferedKey::close);
                return from(place + 1, identities);
            }
            return CompletableFuture.completedFuture(new Found(Optional.of(new AcceptedKey(place, key.get()))));
        });
    }

    private CompletionStage<Optional<OfferedKey>> find(int source, byte[] identity) {
        if (source == sources.size()) return CompletableFuture.completedFuture(Optional.empty());
        return sources.get(source)
                .find(identity)
                .thenCompose(found ->
                        found.isPresent() ? CompletableFuture.completedFuture(found) : find(source + 1, identity));
    }
}
