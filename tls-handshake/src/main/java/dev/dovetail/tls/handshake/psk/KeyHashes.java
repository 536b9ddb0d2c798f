package dev.dovetail.tls.handshake.psk;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which keys go with the hashes of the enabled suites, and as what.
 *
 * @param hashes those of the TLS 1.3 suites, in their order
 */
public record KeyHashes(List<HashAlgorithm> hashes) {

    // All extensions of a hello share 2^16 bytes; the others take a few thousand.
    private static final int MOST_BYTES = 60_000;

    /** The binder of a key that is used as it is. */
    private static final String EXTERNAL = "ext binder";

    /** The binder of an imported key (RFC 9258 5.2). */
    private static final String IMPORTED = "imp binder";

    /**
     * The hashes of a selection.
     *
     * @param selection what is enabled
     * @return each hash once
     */
    public static KeyHashes of(Selection selection) {
        return new KeyHashes(selection.suites(ProtocolVersion.TLS_1_3).stream()
                .map(UsableSuite::hash)
                .distinct()
                .toList());
    }

    /**
     * What a client offers of its keys: one offer for each key, of an imported key one for each hash.
     *
     * @param keys the application's, closed here
     * @return in their order; the caller closes them
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#CONFIGURATION} if no hash fits any key, or they do not fit a
     *     ClientHello
     */
    public List<OfferedKey> offers(List<PreSharedKey> keys) {
        List<OfferedKey> offers = new ArrayList<>();
        try {
            for (PreSharedKey key : keys) {
                if (key.isImported()) offers.addAll(imported(key));
                else named(key.hash()).map(hash -> plain(key, hash)).ifPresent(offers::add);
            }
            refuseUseless(keys, offers);
            return List.copyOf(offers);
        } catch (RuntimeException e) {
            offers.forEach(OfferedKey::close);
            throw e;
        } finally {
            keys.forEach(PreSharedKey::close);
        }
    }

    private void refuseUseless(List<PreSharedKey> keys, List<OfferedKey> offers) {
        if (offers.isEmpty() && !keys.isEmpty()) {
            throw Fault.CONFIGURATION.because(
                    "no pre-shared key can be used with TLS 1.3: they are bound to %s, the enabled suites have %s"
                            + " (PreSharedKey.withHash)",
                    keys.stream().map(PreSharedKey::hash).distinct().toList(), names());
        }
        int length = length(offers);
        if (length > MOST_BYTES) {
            throw Fault.CONFIGURATION.because(
                    "%d pre-shared keys take %d bytes of the ClientHello, which has room for %d: offer fewer to a server",
                    offers.size(), length, MOST_BYTES);
        }
    }

    /**
     * Whether these keys leave no room for the rest of a ClientHello.
     *
     * @param keys what is to be offered
     * @return true if some have to be left out
     */
    public static boolean tooMany(List<OfferedKey> keys) {
        return length(keys) > MOST_BYTES;
    }

    private static int length(List<OfferedKey> keys) {
        return keys.stream()
                .mapToInt(key -> key.identity().length + key.hash().length() + 7)
                .sum();
    }

    /** What a client's identity stands for if the key is used as it is; empty if its hash is not enabled here. */
    Optional<OfferedKey> accepted(PreSharedKey key) {
        return key.isImported() ? Optional.empty() : named(key.hash()).map(hash -> plain(key, hash));
    }

    /** What a client's identity stands for if the key was imported; empty if it was not, or for something else. */
    Optional<OfferedKey> accepted(PreSharedKey key, ImportedIdentity identity) {
        if (!key.isImported() || !Arrays.equals(key.context().orElseThrow(), identity.context())) {
            return Optional.empty();
        }
        return named(key.hash())
                .flatMap(own -> hashes.stream()
                        .filter(identity::isFor)
                        .findFirst()
                        .map(target -> imported(key, identity, own, target)));
    }

    /**
     * A key of a name that is not known.
     *
     * @param identity the client's
     * @param random of which nobody knows a byte; owned by the result
     * @return bound to our first hash
     */
    public OfferedKey unknown(byte[] identity, Secret random) {
        return new OfferedKey(identity, random, hashes.get(0), EXTERNAL, Optional.empty());
    }

    private List<OfferedKey> imported(PreSharedKey key) {
        HashAlgorithm own = named(key.hash())
                .orElseThrow(() -> Fault.CONFIGURATION.because(
                        "a key is imported with %s, but no enabled suite of TLS 1.3 brings that hash: %s",
                        key.hash(), names()));
        List<OfferedKey> offers = new ArrayList<>();
        for (HashAlgorithm target : hashes) {
            ImportedIdentity.of(key, target)
                    .map(identity -> imported(key, identity, own, target))
                    .ifPresent(offers::add);
        }
        return offers;
    }

    private static OfferedKey imported(
            PreSharedKey key, ImportedIdentity identity, HashAlgorithm own, HashAlgorithm target) {
        return new OfferedKey(
                identity.bytes(), identity.derive(key.key(), own, target), target, IMPORTED, Optional.empty());
    }

    private static OfferedKey plain(PreSharedKey key, HashAlgorithm hash) {
        return new OfferedKey(key.identity(), key.key().copy(), hash, EXTERNAL, Optional.empty());
    }

    private List<String> names() {
        return hashes.stream().map(HashAlgorithm::name).toList();
    }

    private Optional<HashAlgorithm> named(String name) {
        return hashes.stream().filter(hash -> hash.name().equals(name)).findFirst();
    }
}
