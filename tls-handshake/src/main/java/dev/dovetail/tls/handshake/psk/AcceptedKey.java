package dev.dovetail.tls.handshake.psk;

/**
 * A key that a server takes of a client's offer.
 *
 * @param place in the client's list, from 0
 * @param key closed with this
 */
public record AcceptedKey(int place, OfferedKey key) implements AutoCloseable {

    @Override
    public void close() {
        key.close();
    }
}
