package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** What the core would lend to either side. */
record Lent(List<NamedGroup> groups, SecureRandom random)
        implements KeyExchange.ServerContext, KeyExchange.ClientContext {

    static Lent of(NamedGroup... groups) {
        return new Lent(List.of(groups), new SecureRandom());
    }

    @Override
    public int offeredVersion() {
        return 0x0303;
    }

    @Override
    public Optional<NamedGroup> group() {
        return groups.stream().findFirst();
    }

    @Override
    public Optional<PrivateKey> privateKey() {
        return Optional.empty();
    }

    @Override
    public Optional<PublicKey> peerKey() {
        return Optional.empty();
    }
}
