package dev.dovetail.tls.groups.mlkem;

import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.HybridGroupContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to the hybrids; lengths and order are those of draft-ietf-tls-ecdhe-mlkem 3. */
class HybridsContractTest {

    private abstract static class Contract extends HybridGroupContract {

        private final HybridGroup hybrid;
        private final List<Half> halves;

        Contract(HybridGroup hybrid, Half first, Half second) {
            this.hybrid = hybrid;
            this.halves = List.of(first, second);
        }

        @Override
        protected HybridGroup hybrid() {
            return hybrid;
        }

        @Override
        protected List<Half> halves() {
            return halves;
        }

        @Override
        protected List<byte[]> badInitiatorShares(NamedGroup half) {
            return half instanceof MlKemGroup group ? MlKemContractTest.notReduced(group) : List.of();
        }
    }

    @Nested
    class X25519MlKem768Hybrid extends Contract {
        X25519MlKem768Hybrid() {
            super(
                    new X25519MlKem768(),
                    new HybridGroupContract.Half("MLKEM768", 1184, 1088),
                    new HybridGroupContract.Half("x25519", 32, 32));
        }
    }

    @Nested
    class SecP256r1MlKem768Hybrid extends Contract {
        SecP256r1MlKem768Hybrid() {
            super(
                    new SecP256r1MlKem768(),
                    new HybridGroupContract.Half("secp256r1", 65, 65),
                    new HybridGroupContract.Half("MLKEM768", 1184, 1088));
        }
    }

    @Nested
    class SecP384r1MlKem1024Hybrid extends Contract {
        SecP384r1MlKem1024Hybrid() {
            super(
                    new SecP384r1MlKem1024(),
                    new HybridGroupContract.Half("secp384r1", 97, 97),
                    new HybridGroupContract.Half("MLKEM1024", 1568, 1568));
        }
    }
}
