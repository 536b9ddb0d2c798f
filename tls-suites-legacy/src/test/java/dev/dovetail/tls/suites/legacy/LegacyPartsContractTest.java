package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.testkit.CbcCipherContract;
import dev.dovetail.tls.testkit.MacContract;
import dev.dovetail.tls.testkit.StreamCipherContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The conformance kit and published answers, applied to each cipher and to the MAC. */
class LegacyPartsContractTest {

    @Nested
    class TripleDes extends CbcCipherContract {
        @Override
        protected CbcCipher part() {
            return new TripleDesEdeCbc();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/3des_ede_cbc.txt");
        }
    }

    @Nested
    class Des extends CbcCipherContract {
        @Override
        protected CbcCipher part() {
            return new DesCbc();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/des_cbc.txt");
        }
    }

    @Nested
    class Seed extends CbcCipherContract {
        @Override
        protected CbcCipher part() {
            return new SeedCbc();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/seed_cbc.txt");
        }
    }

    @Nested
    class Rc4Part extends StreamCipherContract {
        @Override
        protected StreamCipher part() {
            return new Rc4();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/rc4_128.txt");
        }
    }

    @Nested
    class HmacMd5Part extends MacContract {
        @Override
        protected Mac part() {
            return new HmacMd5();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/hmac_md5.txt");
        }
    }
}
