package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** What the core would lend to either side. */
record Lent(List<NamedGroup> groups, SecureRandom random, Optional<PublicKey> peerKey)
        implements KeyExchange.ServerContext, KeyExchange.ClientContext {

    private static final PublicKey KEY = KeyKind.EC_P256.generate().getPublic();

    /** In a suite whose server signs. */
    static Lent of(NamedGroup... groups) {
        return new Lent(List.of(groups), new SecureRandom(), Optional.of(KEY));
    }

    /** In a suite where nobody does: DHE_PSK and DH_anon. */
    static Lent unsigned(NamedGroup... groups) {
        return new Lent(List.of(groups), new SecureRandom(), Optional.empty());
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
}
