package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.FiniteFieldGroup;
import dev.dovetail.tls.api.spi.IllegalShareException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Set;

/** A group of RFC 7919: both sides make a fresh pair, and the responder uses the initiator's share at once. */
abstract class FfdheGroup implements FiniteFieldGroup {

    private static final Set<ProtocolVersion> VERSIONS = Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);

    private final Rfc7919 facts;

    FfdheGroup(Rfc7919 facts) {
        this.facts = facts;
    }

    @Override
    public final int code() {
        return facts.code();
    }

    @Override
    public final String name() {
        return "ffdhe" + facts.bits();
    }

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Set<ProtocolVersion> versions() {
        return VERSIONS;
    }

    /** Choice: none is on unasked. IANA recommends none of them; a share is up to 1 KiB, and curves are faster. */
    @Override
    public final Set<Trait> traits() {
        return Set.of();
    }

    /** Behind every curve, the fastest first: that is the smallest. */
    @Override
    public final int preference() {
        return -(facts.bits() / 1024);
    }

    @Override
    public final BigInteger prime() {
        return facts.field().prime();
    }

    @Override
    public final BigInteger generator() {
        return facts.field().generator();
    }

    @Override
    public final int initiatorShareLength() {
        return facts.bits() / 8;
    }

    @Override
    public final int responderShareLength() {
        return facts.bits() / 8;
    }

    @Override
    public final Initiator generate(SecureRandom random) {
        return facts.field().generate(random);
    }

    @Override
    public final Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        return facts.field().encapsulate(initiatorShare, random);
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }
}
