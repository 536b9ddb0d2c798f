package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A group that counts the key pairs that are not closed yet.
 *
 * @param group what it is besides
 * @param made how many pairs there were
 * @param open how many of them are open
 */
record WatchedGroup(NamedGroup group, AtomicInteger made, AtomicInteger open) implements NamedGroup {

    WatchedGroup(NamedGroup group) {
        this(group, new AtomicInteger(), new AtomicInteger());
    }

    @Override
    public String name() {
        return group.name();
    }

    @Override
    public String implementation() {
        return group.implementation();
    }

    @Override
    public int code() {
        return group.code();
    }

    @Override
    public Kind kind() {
        return group.kind();
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return group.versions();
    }

    @Override
    public Set<Trait> traits() {
        return group.traits();
    }

    @Override
    public int preference() {
        return group.preference();
    }

    @Override
    public int initiatorShareLength() {
        return group.initiatorShareLength();
    }

    @Override
    public int responderShareLength() {
        return group.responderShareLength();
    }

    @Override
    public Initiator generate(SecureRandom random) {
        Initiator pair = group.generate(random);
        made.incrementAndGet();
        open.incrementAndGet();
        return new Initiator() {
            private boolean closed;

            @Override
            public byte[] share() {
                return pair.share();
            }

            @Override
            public Secret decapsulate(byte[] share) throws IllegalShareException {
                return pair.decapsulate(share);
            }

            @Override
            public void close() {
                pair.close();
                if (!closed) open.decrementAndGet();
                closed = true;
            }
        };
    }

    @Override
    public Encapsulated encapsulate(byte[] share, SecureRandom random) throws IllegalShareException {
        return group.encapsulate(share, random);
    }
}
