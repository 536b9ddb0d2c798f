package dev.dovetail.tls.groups.brainpool;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Set;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/** Diffie-Hellman on a Brainpool curve, as a KEM: both sides make a fresh pair. */
abstract class BrainpoolGroup implements NamedGroup {

    private final GroupFacts facts;

    BrainpoolGroup(GroupFacts facts) {
        this.facts = facts;
    }

    @Override
    public final int code() {
        return facts.code();
    }

    @Override
    public final String name() {
        return facts.name();
    }

    @Override
    public final String implementation() {
        return BrainpoolCurve.IMPLEMENTATION;
    }

    @Override
    public final Availability availability() {
        return facts.curve().availability();
    }

    @Override
    public final Kind kind() {
        return Kind.ELLIPTIC_CURVE;
    }

    @Override
    public final Set<ProtocolVersion> versions() {
        return Set.of(facts.version());
    }

    /** IANA says N. */
    @Override
    public final Set<Trait> traits() {
        return Set.of();
    }

    @Override
    public final int preference() {
        return facts.preference();
    }

    /** RFC 8422 5.1: only in TLS 1.2 do groups speak of certificates. */
    @Override
    public final boolean holds(PublicKey key) {
        return facts.version().equals(ProtocolVersion.TLS_1_2) && facts.curve().has(key);
    }

    @Override
    public final int initiatorShareLength() {
        return facts.shareLength();
    }

    @Override
    public final int responderShareLength() {
        return facts.shareLength();
    }

    @Override
    public final Initiator generate(SecureRandom random) {
        return pair(facts.curve().numbers().scalar(random));
    }

    /** The pair of a private key from 1 to the order less 1. */
    final Initiator pair(BigInteger scalar) {
        return new Pair(scalar, facts.curve().numbers().share(scalar));
    }

    @Override
    public final Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        ECPoint peer = point(initiatorShare);
        CurveNumbers numbers = facts.curve().numbers();
        BigInteger scalar = numbers.scalar(random);
        return new Encapsulated(numbers.share(scalar), Secret.of(numbers.agree(scalar, peer)));
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }

    private ECPoint point(byte[] share) throws IllegalShareException {
        if (share.length != facts.shareLength()) {
            throw new IllegalShareException(
                    name() + ": a share has " + facts.shareLength() + " bytes, not " + share.length);
        }
        // RFC 8446 4.2.8.2, RFC 8422 5.1.2: the compressed forms are gone.
        if (share[0] != 4) {
            throw new IllegalShareException(name() + ": a share begins with 4, not " + (share[0] & 0xff));
        }
        return facts.curve()
                .numbers()
                .point(share)
                .orElseThrow(() -> new IllegalShareException(name() + ": the share is not a point of the curve"));
    }

    /** A BigInteger can't be overwritten, only forgotten. */
    private final class Pair implements Initiator {
        private final byte[] share;
        private @Nullable BigInteger scalar;

        Pair(BigInteger scalar, byte[] share) {
            this.scalar = scalar;
            this.share = share;
        }

        @Override
        public byte[] share() {
            return share.clone();
        }

        @Override
        public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
            BigInteger own = scalar;
            if (own == null) throw new IllegalStateException("this key pair is closed");
            return Secret.of(facts.curve().numbers().agree(own, point(responderShare)));
        }

        @Override
        public void close() {
            scalar = null;
        }
    }
}
