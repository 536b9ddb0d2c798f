package dev.dovetail.tls.suites.camellia;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.AeadCipherContract;
import dev.dovetail.tls.testkit.CbcCipherContract;
import dev.dovetail.tls.testkit.SuiteProviderContract;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to all that the module brings. */
class CamelliaContractTest {

    @Nested
    class Camellia128CbcPart extends CbcCipherContract {
        @Override
        protected CbcCipher part() {
            return new Camellia128Cbc();
        }
    }

    @Nested
    class Camellia256CbcPart extends CbcCipherContract {
        @Override
        protected CbcCipher part() {
            return new Camellia256Cbc();
        }
    }

    @Nested
    class Camellia128GcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new Camellia128Gcm();
        }
    }

    @Nested
    class Camellia256GcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new Camellia256Gcm();
        }
    }

    @Nested
    class CamelliaSuitesProvider extends SuiteProviderContract {
        @Override
        protected SuiteProvider provider() {
            return new CamelliaSuites();
        }
    }
}
