package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.FiniteFieldGroup;
import dev.dovetail.tls.api.spi.IllegalShareException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Set;

/** A group as somebody else would bring it, with a number of private use (RFC 7919 8.2). */
record TestGroup(FiniteField field) implements FiniteFieldGroup {

    /** A safe prime of two bytes: every 256th secret begins with a zero. */
    static final TestGroup TINY = new TestGroup(new FiniteField(BigInteger.valueOf(65267), BigInteger.TWO, 15));

    @Override
    public String name() {
        return "test_field";
    }

    @Override
    public String implementation() {
        return "Test";
    }

    @Override
    public int code() {
        return 508;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2);
    }

    @Override
    public Set<Trait> traits() {
        return Set.of();
    }

    @Override
    public BigInteger prime() {
        return field.prime();
    }

    @Override
    public BigInteger generator() {
        return field.generator();
    }

    @Override
    public int initiatorShareLength() {
        return field.length();
    }

    @Override
    public int responderShareLength() {
        return field.length();
    }

    @Override
    public Initiator generate(SecureRandom random) {
        return field.generate(random);
    }

    @Override
    public Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        return field.encapsulate(initiatorShare, random);
    }
}
