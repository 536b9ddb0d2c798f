package dev.dovetail.tls.groups.mlkem;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import java.util.Set;

/**
 * ML-KEM as a group: the initiator's share is an encapsulation key, the responder's a ciphertext, both as FIPS 203 writes
 * them. Lengths are checked here, once for all. A ciphertext of the right length that was tampered with gives another
 * secret (implicit rejection, FIPS 203 6.3), so that the handshake fails at Finished and tells an attacker nothing.
 */
abstract class MlKemGroup implements NamedGroup {

    final MlKemFacts facts;

    MlKemGroup(MlKemFacts facts) {
        this.facts = facts;
    }

    /** Encapsulates to a key of the right length; checks its coefficients (FIPS 203 7.2). */
    abstract Encapsulated encapsulateTo(byte[] key, SecureRandom random) throws IllegalShareException;

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
        return Kind.KEM;
    }

    @Override
    public final Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    /** To be named on its own: its use in TLS is a draft, and the hybrids also stand where lattices should fall. */
    @Override
    public final Set<Trait> traits() {
        return Set.of(Trait.EXPERIMENTAL);
    }

    @Override
    public final int preference() {
        return facts.preference();
    }

    @Override
    public final int initiatorShareLength() {
        return facts.keyLength();
    }

    @Override
    public final int responderShareLength() {
        return facts.ciphertextLength();
    }

    @Override
    public final Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        refuseOtherLength(initiatorShare, facts.keyLength());
        return encapsulateTo(initiatorShare, random);
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }

    /** draft-ietf-tls-mlkem 4.2: the client checks nothing of a ciphertext but this. */
    final void refuseOtherCiphertext(byte[] responderShare) throws IllegalShareException {
        refuseOtherLength(responderShare, facts.ciphertextLength());
    }

    final IllegalShareException notReduced(Throwable cause) {
        return new IllegalShareException(name() + ": the encapsulation key has a coefficient above the modulus", cause);
    }

    static IllegalStateException closed() {
        return new IllegalStateException("this key pair is closed");
    }

    private void refuseOtherLength(byte[] share, int wanted) throws IllegalShareException {
        if (share.length != wanted) {
            throw new IllegalShareException(name() + ": a share has " + wanted + " bytes, not " + share.length);
        }
    }
}
