package dev.dovetail.tls.handshake.client12;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.client.ClientOffer;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * What the core lends to a client's key exchange.
 *
 * @param random source of randomness
 * @param offeredVersion the version in the ClientHello
 * @param groups those that were offered and that the exchange can use
 * @param peerKey the key of the server's certificate
 */
record ClientContext12(SecureRandom random, int offeredVersion, List<NamedGroup> groups, Optional<PublicKey> peerKey)
        implements KeyExchange.ClientContext {

    static ClientContext12 of(ClientOffer offer, KeyExchange exchange, Optional<PublicKey> peerKey) {
        List<NamedGroup> groups = offer.config().selection().groups().stream()
                .filter(group -> group.versions().contains(ProtocolVersion.TLS_1_2))
                .filter(group -> exchange.groups().filter(group.kind()::equals).isPresent())
                .toList();
        return new ClientContext12(offer.config().random(), offer.hello().legacyVersion(), groups, peerKey);
    }
}
