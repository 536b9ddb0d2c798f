package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.AeadCipherContract;
import dev.dovetail.tls.testkit.CbcCipherContract;
import dev.dovetail.tls.testkit.SuiteProviderContract;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to all that the module brings. */
class AriaContractTest {

    @Nested
    class Aria128CbcPart extends CbcCipherContract {
        @Override
        protected CbcCipher part() {
            return new Aria128Cbc();
        }
    }

    @Nested
    class Aria256CbcPart extends CbcCipherContract {
        @Override
        protected CbcCipher part() {
            return new Aria256Cbc();
        }
    }

    @Nested
    class Aria128GcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new Aria128Gcm();
        }
    }

    @Nested
    class Aria256GcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new Aria256Gcm();
        }
    }

    @Nested
    class AriaSuitesProvider extends SuiteProviderContract {
        @Override
        protected SuiteProvider provider() {
            return new AriaSuites();
        }
    }
}
