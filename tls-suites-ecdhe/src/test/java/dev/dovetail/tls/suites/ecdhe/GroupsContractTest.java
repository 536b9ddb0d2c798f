package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to both implementations of each group. */
class GroupsContractTest {

    @Nested
    class BouncyCastleSecp256r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BouncyCastleSecp256r1();
        }
    }

    @Nested
    class JdkSecp256r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new JdkSecp256r1();
        }
    }

    @Nested
    class BouncyCastleSecp384r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BouncyCastleSecp384r1();
        }
    }

    @Nested
    class JdkSecp384r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new JdkSecp384r1();
        }
    }

    @Nested
    class BouncyCastleSecp521r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BouncyCastleSecp521r1();
        }
    }

    @Nested
    class JdkSecp521r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new JdkSecp521r1();
        }
    }

    @Nested
    class BouncyCastleX25519Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BouncyCastleX25519();
        }
    }

    @Nested
    class JdkX25519Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new JdkX25519();
        }
    }

    @Nested
    class BouncyCastleX448Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BouncyCastleX448();
        }
    }

    @Nested
    class JdkX448Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new JdkX448();
        }
    }
}
