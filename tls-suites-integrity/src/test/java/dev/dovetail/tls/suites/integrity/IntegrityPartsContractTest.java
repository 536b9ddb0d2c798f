package dev.dovetail.tls.suites.integrity;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;
import dev.dovetail.tls.testkit.StreamCipherContract;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to each cipher. */
class IntegrityPartsContractTest {

    @Nested
    class Sha256 extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new IntegritySha256();
        }

        @Override
        protected boolean hides() {
            return false;
        }
    }

    @Nested
    class Sha384 extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new IntegritySha384();
        }

        @Override
        protected boolean hides() {
            return false;
        }
    }

    @Nested
    class Null extends StreamCipherContract {
        @Override
        protected StreamCipher part() {
            return new NullCipher();
        }
    }
}
