package dev.dovetail.tls.testkit.neutral;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import java.util.Set;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** X25519 (RFC 7748) under another name and a number for private use. */
public final class NeutralGroup implements NamedGroup {

    private static final int LENGTH = X25519.POINT_SIZE;

    /** For the kit. */
    public NeutralGroup() {}

    @Override
    public String name() {
        return "kit_group";
    }

    @Override
    public String implementation() {
        return "testkit";
    }

    /** One of ecdhe_private_use (RFC 8446 4.2.7). */
    @Override
    public int code() {
        return 0xfe70;
    }

    @Override
    public Kind kind() {
        return Kind.ELLIPTIC_CURVE;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EXPERIMENTAL);
    }

    @Override
    public int initiatorShareLength() {
        return LENGTH;
    }

    @Override
    public int responderShareLength() {
        return LENGTH;
    }

    @Override
    public Initiator generate(SecureRandom random) {
        return new Pair(random);
    }

    @Override
    public Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        try (Pair own = new Pair(random)) {
            return new Encapsulated(own.share(), own.decapsulate(initiatorShare));
        }
    }

    private static final class Pair implements Initiator {

        private final Secret key;
        private final byte[] share = new byte[LENGTH];

        Pair(SecureRandom random) {
            byte[] bytes = new byte[X25519.SCALAR_SIZE];
            X25519.generatePrivateKey(random, bytes);
            X25519.generatePublicKey(bytes, 0, share, 0);
            key = Secret.of(bytes);
        }

        @Override
        public byte[] share() {
            return share.clone();
        }

        @Override
        public Secret decapsulate(byte[] peer) throws IllegalShareException {
            if (peer.length != LENGTH) {
                throw new IllegalShareException("a share has " + LENGTH + " bytes, not " + peer.length);
            }
            byte[] shared = new byte[LENGTH];
            boolean usable = key.with(bytes -> X25519.calculateAgreement(bytes, 0, peer, 0, shared, 0));
            if (!usable) throw new IllegalShareException("a point of small order (RFC 7748 6.1)");
            return Secret.of(shared);
        }

        @Override
        public void close() {
            key.close();
        }
    }
}
