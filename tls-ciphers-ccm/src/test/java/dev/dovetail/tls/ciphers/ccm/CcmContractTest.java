package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to both implementations of each cipher. */
class CcmContractTest {

    @Nested
    class JdkAes128CcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new JdkAes128Ccm();
        }
    }

    @Nested
    class JdkAes256CcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new JdkAes256Ccm();
        }
    }

    @Nested
    class JdkAes128Ccm8Part extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new JdkAes128Ccm8();
        }
    }

    @Nested
    class JdkAes256Ccm8Part extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new JdkAes256Ccm8();
        }
    }

    @Nested
    class BouncyCastleAes128CcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new BouncyCastleAes128Ccm();
        }
    }

    @Nested
    class BouncyCastleAes256CcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new BouncyCastleAes256Ccm();
        }
    }

    @Nested
    class BouncyCastleAes128Ccm8Part extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new BouncyCastleAes128Ccm8();
        }
    }

    @Nested
    class BouncyCastleAes256Ccm8Part extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new BouncyCastleAes256Ccm8();
        }
    }
}
