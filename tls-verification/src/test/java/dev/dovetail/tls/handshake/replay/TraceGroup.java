package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/**
 * A group whose key pair was recorded, instead of being fresh. One without a pair is there to be listed only.
 *
 * @param code its number
 * @param name IANA's spelling
 * @param pairs the recorded pair, or none
 */
record TraceGroup(int code, String name, List<RecordedPair> pairs) implements NamedGroup {

    static TraceGroup of(RecordedPair pair) {
        return new TraceGroup(pair.curve().code(), pair.curve().groupName(), List.of(pair));
    }

    static TraceGroup listed(int code, String name) {
        return new TraceGroup(code, name, List.of());
    }

    @Override
    public Initiator generate(SecureRandom random) {
        RecordedPair pair = pair();
        return new Initiator() {
            @Override
            public byte[] share() {
                return pair.share().clone();
            }

            @Override
            public Secret decapsulate(byte[] responderShare) {
                return pair.agree(responderShare);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        return new Encapsulated(pair().share().clone(), pair().agree(initiatorShare));
    }

    private RecordedPair pair() {
        if (pairs.isEmpty()) throw new AssertionError(name + " was negotiated, but is there to be listed only");
        return pairs.get(0);
    }

    @Override
    public Kind kind() {
        return code >= 0x0100 && code < 0x0200 ? Kind.FINITE_FIELD : Kind.ELLIPTIC_CURVE;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    @Override
    public Set<Trait> traits() {
        return Set.of();
    }

    @Override
    public int initiatorShareLength() {
        return pair().share().length;
    }

    @Override
    public int responderShareLength() {
        return pair().share().length;
    }

    @Override
    public String implementation() {
        return "recorded";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        return Availability.available();
    }
}
