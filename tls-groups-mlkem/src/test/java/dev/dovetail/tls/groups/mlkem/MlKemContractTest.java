package dev.dovetail.tls.groups.mlkem;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to both implementations of each group. */
class MlKemContractTest {

    /** FIPS 203 7.2: keys with coefficients that are not below the modulus, 3329; here 4095 each, and 3329 once. */
    static List<byte[]> notReduced(MlKemGroup group) {
        byte[] all = new byte[group.initiatorShareLength()];
        Arrays.fill(all, (byte) 0xff);
        byte[] one = new byte[group.initiatorShareLength()];
        one[0] = 0x01;
        one[1] = 0x0d;
        return List.of(all, one);
    }

    private abstract static class Contract extends NamedGroupContract {

        private final MlKemGroup group;

        Contract(MlKemGroup group) {
            this.group = group;
        }

        @Override
        protected NamedGroup part() {
            return group;
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return notReduced(group);
        }

        /** Any bytes of the right length may be a ciphertext. */
        @Override
        protected List<byte[]> badResponderShares() {
            return List.of();
        }
    }

    @Nested
    class BouncyCastleMlKem512Part extends Contract {
        BouncyCastleMlKem512Part() {
            super(new BouncyCastleMlKem512());
        }
    }

    @Nested
    class BouncyCastleMlKem768Part extends Contract {
        BouncyCastleMlKem768Part() {
            super(new BouncyCastleMlKem768());
        }
    }

    @Nested
    class BouncyCastleMlKem1024Part extends Contract {
        BouncyCastleMlKem1024Part() {
            super(new BouncyCastleMlKem1024());
        }
    }

    @Nested
    class JdkMlKem512Part extends Contract {
        JdkMlKem512Part() {
            super(new JdkMlKem512());
        }
    }

    @Nested
    class JdkMlKem768Part extends Contract {
        JdkMlKem768Part() {
            super(new JdkMlKem768());
        }
    }

    @Nested
    class JdkMlKem1024Part extends Contract {
        JdkMlKem1024Part() {
            super(new JdkMlKem1024());
        }
    }
}
