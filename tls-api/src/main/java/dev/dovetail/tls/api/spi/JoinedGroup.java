package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;

/**
 * A hybrid with its two groups. What either refuses the hybrid refuses, so an attacker has to break both.
 *
 * @param hybrid its facts
 * @param first its share and secret come first
 * @param second its share and secret come second
 */
record JoinedGroup(HybridGroup hybrid, NamedGroup first, NamedGroup second) implements NamedGroup {

    @Override
    public String name() {
        return hybrid.name();
    }

    @Override
    public int code() {
        return hybrid.code();
    }

    @Override
    public Kind kind() {
        return Kind.KEM;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    @Override
    public Set<Trait> traits() {
        return hybrid.traits();
    }

    @Override
    public int preference() {
        return hybrid.preference();
    }

    @Override
    public String implementation() {
        return first.implementation().equals(second.implementation())
                ? first.implementation()
                : first.implementation() + "+" + second.implementation();
    }

    @Override
    public int initiatorShareLength() {
        return first.initiatorShareLength() + second.initiatorShareLength();
    }

    @Override
    public int responderShareLength() {
        return first.responderShareLength() + second.responderShareLength();
    }

    @Override
    public Initiator generate(SecureRandom random) {
        Initiator one = first.generate(random);
        try {
            return new Pair(one, second.generate(random));
        } catch (RuntimeException | Error e) {
            one.close();
            throw e;
        }
    }

    @Override
    public Encapsulated encapsulate(byte[] share, SecureRandom random) throws IllegalShareException {
        refuseLength(share, initiatorShareLength());
        int split = first.initiatorShareLength();
        try (Encapsulated one = first.encapsulate(Arrays.copyOf(share, split), random);
                Encapsulated two = second.encapsulate(Arrays.copyOfRange(share, split, share.length), random)) {
            return new Encapsulated(joined(one.share(), two.share()), joined(one.secret(), two.secret()));
        }
    }

    /** Its name, and whose code it is. */
    @Override
    public String toString() {
        return name() + " (" + implementation() + ")";
    }

    private void refuseLength(byte[] share, int wanted) throws IllegalShareException {
        if (share.length != wanted) {
            throw new IllegalShareException(name() + ": a share has " + wanted + " bytes, not " + share.length);
        }
    }

    private static Secret joined(Secret one, Secret two) {
        return one.with(front -> two.with(back -> Secret.of(joined(front, back))));
    }

    private static byte[] joined(byte[] front, byte[] back) {
        byte[] both = Arrays.copyOf(front, front.length + back.length);
        System.arraycopy(back, 0, both, front.length, back.length);
        return both;
    }

    private final class Pair implements Initiator {
        private final Initiator one;
        private final Initiator two;

        Pair(Initiator one, Initiator two) {
            this.one = one;
            this.two = two;
        }

        @Override
        public byte[] share() {
            return joined(one.share(), two.share());
        }

        @Override
        public Secret decapsulate(byte[] share) throws IllegalShareException {
            refuseLength(share, responderShareLength());
            int split = first.responderShareLength();
            try (Secret front = one.decapsulate(Arrays.copyOf(share, split));
                    Secret back = two.decapsulate(Arrays.copyOfRange(share, split, share.length))) {
                return joined(front, back);
            }
        }

        @Override
        public void close() {
            one.close();
            two.close();
        }
    }
}
