package dev.dovetail.tls.groups.brainpool;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to each group: points off the curve, above the field and at infinity are its own. */
class GroupsContractTest {

    @Nested
    class BrainpoolP256r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BrainpoolP256r1();
        }
    }

    @Nested
    class BrainpoolP256r1Tls13Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BrainpoolP256r1Tls13();
        }
    }

    @Nested
    class BrainpoolP384r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BrainpoolP384r1();
        }
    }

    @Nested
    class BrainpoolP384r1Tls13Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BrainpoolP384r1Tls13();
        }
    }

    @Nested
    class BrainpoolP512r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BrainpoolP512r1();
        }
    }

    @Nested
    class BrainpoolP512r1Tls13Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BrainpoolP512r1Tls13();
        }
    }
}
