package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.NamedGroupContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to both implementations of each group. */
class GroupsContractTest {

    /** RFC 7748 6.1: points of small order, also in encodings that are not canonical, on the curve and on its twist. */
    private static final List<byte[]> SMALL_ORDER_X25519 = List.of(
            Hex.bytes("01" + "00".repeat(31)),
            Hex.bytes("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
            Hex.bytes("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
            Hex.bytes("ec" + "ff".repeat(30) + "7f"),
            Hex.bytes("ed" + "ff".repeat(30) + "7f"),
            Hex.bytes("ee" + "ff".repeat(30) + "7f"),
            Hex.bytes("ec" + "ff".repeat(31)),
            Hex.bytes("00".repeat(31) + "80"));

    /** The same for RFC 7748 6.2: 0 (the kit tries it), 1, -1, and p and p + 1, which are 0 and 1 again. */
    private static final List<byte[]> SMALL_ORDER_X448 = List.of(
            Hex.bytes("01" + "00".repeat(55)),
            Hex.bytes("fe" + "ff".repeat(27) + "fe" + "ff".repeat(27)),
            Hex.bytes("ff".repeat(28) + "fe" + "ff".repeat(27)),
            Hex.bytes("00".repeat(28) + "ff".repeat(28)));

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

        @Override
        protected List<byte[]> badInitiatorShares() {
            return SMALL_ORDER_X25519;
        }
    }

    @Nested
    class JdkX25519Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new JdkX25519();
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return SMALL_ORDER_X25519;
        }
    }

    @Nested
    class BouncyCastleX448Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new BouncyCastleX448();
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return SMALL_ORDER_X448;
        }
    }

    @Nested
    class JdkX448Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new JdkX448();
        }

        @Override
        protected List<byte[]> badInitiatorShares() {
            return SMALL_ORDER_X448;
        }
    }
}
