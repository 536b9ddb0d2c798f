package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to each group. */
class GroupsContractTest {

    @Nested
    class Ffdhe2048Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe2048();
        }
    }

    @Nested
    class Ffdhe3072Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe3072();
        }
    }

    @Nested
    class Ffdhe4096Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe4096();
        }
    }

    @Nested
    class Ffdhe6144Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe6144();
        }
    }

    @Nested
    class Ffdhe8192Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new Ffdhe8192();
        }
    }
}
