package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to each group. */
class GroupsContractTest {

    /** RFC 7919 5.1: the number of order two, and numbers that are none of the field. The kit tries 0 and 1. */
    private static List<byte[]> bad(FfdheGroup group) {
        BigInteger prime = group.prime();
        FiniteField field = FiniteField.of(prime, group.generator());
        return List.of(
                field.bytes(prime.subtract(BigInteger.ONE)),
                field.bytes(prime),
                field.bytes(prime.add(BigInteger.ONE)),
                field.bytes(prime.add(BigInteger.TWO)));
    }

    @Nested
    class Ffdhe2048Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe2048();
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return bad(new Ffdhe2048());
        }
    }

    @Nested
    class Ffdhe3072Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe3072();
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return bad(new Ffdhe3072());
        }
    }

    @Nested
    class Ffdhe4096Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe4096();
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return bad(new Ffdhe4096());
        }
    }

    @Nested
    class Ffdhe6144Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe6144();
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return bad(new Ffdhe6144());
        }
    }

    @Nested
    class Ffdhe8192Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe8192();
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return bad(new Ffdhe8192());
        }
    }
}
