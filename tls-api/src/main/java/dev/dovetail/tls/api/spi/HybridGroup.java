package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;

/**
 * Two groups as one: shares and secrets are joined in order (draft-ietf-tls-hybrid-design 3). A plug-in extends it with
 * a name, a code and traits.
 */
public abstract class HybridGroup implements NamedGroup {

    private final NamedGroup first;
    private final NamedGroup second;

    /**
     * Joins two groups.
     *
     * @param first its share and secret come first
     * @param second its share and secret come second
     */
    protected HybridGroup(NamedGroup first, NamedGroup second) {
        this.first = first;
        this.second = second;
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
    public Availability availability() {
        return first.availability().isAvailable() ? second.availability() : first.availability();
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
        Initiator two = second.generate(random);
        return new Initiator() {
            @Override
            public byte[] share() {
                return join(one.share(), two.share());
            }

            @Override
            public Secret decapsulate(byte[] share) throws IllegalShareException {
                refuseLength(share, responderShareLength());
                int split = first.responderShareLength();
                try (Secret a = one.decapsulate(Arrays.copyOf(share, split));
                        Secret b = two.decapsulate(Arrays.copyOfRange(share, split, share.length))) {
                    return join(a, b);
                }
            }

            @Override
            public void close() {
                one.close();
                two.close();
            }
        };
    }

    @Override
    public Encapsulated encapsulate(byte[] share, SecureRandom random) throws IllegalShareException {
        refuseLength(share, initiatorShareLength());
        int split = first.initiatorShareLength();
        Encapsulated one = first.encapsulate(Arrays.copyOf(share, split), random);
        try (Secret a = one.secret()) {
            Encapsulated two = second.encapsulate(Arrays.copyOfRange(share, split, share.length), random);
            try (Secret b = two.secret()) {
                return new Encapsulated(join(one.share(), two.share()), join(a, b));
            }
        }
    }

    private void refuseLength(byte[] share, int wanted) throws IllegalShareException {
        if (share.length != wanted) {
            throw new IllegalShareException(name() + ": a share has " + wanted + " bytes, not " + share.length);
        }
    }

    private static Secret join(Secret a, Secret b) {
        return a.with(one -> b.with(two -> Secret.of(join(one, two))));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
