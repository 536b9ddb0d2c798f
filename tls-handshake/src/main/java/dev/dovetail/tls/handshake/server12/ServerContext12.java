package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What the core lends to a server's key exchange.
 *
 * @param random source of randomness
 * @param offeredVersion the version in the ClientHello
 * @param group the group that was negotiated
 * @param privateKey the key of the server's certificate
 */
record ServerContext12(
        SecureRandom random, int offeredVersion, Optional<NamedGroup> group, Optional<PrivateKey> privateKey)
        implements KeyExchange.ServerContext {

    @Override
    public String toString() {
        return "ServerContext12[group=" + group.map(NamedGroup::name).orElse("none") + "]";
    }
}
