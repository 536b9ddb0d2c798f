package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** What the core would lend to either side. */
record Lent(int offeredVersion, Optional<PrivateKey> privateKey, Optional<PublicKey> peerKey, SecureRandom random)
        implements KeyExchange.ServerContext, KeyExchange.ClientContext {

    static Lent of(KeyPair pair) {
        return of(pair, 0x0303);
    }

    static Lent of(KeyPair pair, int offeredVersion) {
        return new Lent(
                offeredVersion, Optional.of(pair.getPrivate()), Optional.of(pair.getPublic()), new SecureRandom());
    }

    @Override
    public Optional<NamedGroup> group() {
        return Optional.empty();
    }

    @Override
    public List<NamedGroup> groups() {
        return List.of();
    }
}
