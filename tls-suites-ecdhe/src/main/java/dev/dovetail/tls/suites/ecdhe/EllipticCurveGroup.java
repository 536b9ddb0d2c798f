package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import java.util.Set;

/** Diffie-Hellman as a KEM: both sides make a fresh pair, and the responder uses the initiator's share at once. */
abstract class EllipticCurveGroup implements NamedGroup {

    private static final Set<ProtocolVersion> VERSIONS = Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);

    final GroupFacts facts;

    EllipticCurveGroup(GroupFacts facts) {
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
    public final Kind kind() {
        return Kind.ELLIPTIC_CURVE;
    }

    @Override
    public final Set<ProtocolVersion> versions() {
        return VERSIONS;
    }

    @Override
    public final Set<Trait> traits() {
        return facts.traits();
    }

    @Override
    public final int preference() {
        return facts.preference();
    }

    /** Choice: TLS 1.2's own clients, of RFC 4492 too, have secp256r1 if they have any curve. */
    @Override
    public final boolean assumed() {
        return facts == GroupFacts.SECP256R1;
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
    public final Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        refuseWrongLength(initiatorShare);
        try (Initiator own = generate(random)) {
            byte[] share = own.share();
            Secret secret = own.decapsulate(initiatorShare);
            return new Encapsulated(share, secret);
        }
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }

    final void refuseWrongLength(byte[] share) throws IllegalShareException {
        if (share.length != facts.shareLength()) {
            throw new IllegalShareException(
                    name() + ": a share has " + facts.shareLength() + " bytes, not " + share.length);
        }
    }

    /** RFC 8446 4.2.8.2, RFC 8422 5.1.2: the compressed forms are gone. */
    final void refuseCompressed(byte[] share) throws IllegalShareException {
        refuseWrongLength(share);
        if (share[0] != 4) {
            throw new IllegalShareException(name() + ": a share begins with 4, not " + (share[0] & 0xff));
        }
    }

    final IllegalShareException notOnCurve(Throwable cause) {
        return new IllegalShareException(name() + ": the share is not a point of the curve", cause);
    }

    /** RFC 7748 6.1 and 6.2, RFC 8446 7.4.2: a secret of zeros comes from a point of small order, and is known to all. */
    final IllegalShareException smallOrder() {
        return new IllegalShareException(name() + ": the share is of small order");
    }

    static IllegalStateException closed() {
        return new IllegalStateException("this key pair is closed");
    }
}
