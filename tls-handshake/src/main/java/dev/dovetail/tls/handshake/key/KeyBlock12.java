package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.record.KeyLengths;
import dev.dovetail.tls.record.TrafficKeys;
import java.util.function.IntFunction;

/**
 * TLS 1.2's key block, cut (RFC 5246 6.3): first both MAC keys, then both keys, then both IVs; the client's come first.
 *
 * @param client what the client writes with
 * @param server what the server writes with
 */
public record KeyBlock12(TrafficKeys client, TrafficKeys server) implements AutoCloseable {

    /**
     * Cuts a key block.
     *
     * @param expansion makes as many bytes as asked for; the result is closed here
     * @param suite tells the lengths
     * @return the caller closes it
     */
    static KeyBlock12 cut(IntFunction<Secret> expansion, UsableSuite suite) {
        KeyLengths lengths = KeyLengths.tls12(suite);
        int mac = lengths.mac();
        int key = lengths.key();
        int iv = lengths.iv();
        int keys = 2 * mac;
        int ivs = keys + 2 * key;
        try (Secret block = expansion.apply(ivs + 2 * iv)) {
            return block.with(bytes -> new KeyBlock12(
                    new TrafficKeys(
                            Secret.copyOf(bytes, 0, mac),
                            Secret.copyOf(bytes, keys, key),
                            Secret.copyOf(bytes, ivs, iv)),
                    new TrafficKeys(
                            Secret.copyOf(bytes, mac, mac),
                            Secret.copyOf(bytes, keys + key, key),
                            Secret.copyOf(bytes, ivs + iv, iv))));
        }
    }

    /** Forgets the keys of both directions. */
    @Override
    public void close() {
        client.close();
        server.close();
    }
}
