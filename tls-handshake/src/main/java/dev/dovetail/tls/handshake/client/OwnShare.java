package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.spi.NamedGroup;

/**
 * A key share that the client sent, with its private half.
 *
 * @param group the group
 * @param initiator the pair; the owner closes it
 */
public record OwnShare(NamedGroup group, NamedGroup.Initiator initiator) implements AutoCloseable {

    @Override
    public void close() {
        initiator.close();
    }
}
