package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.NamedGroupContract;
import java.util.List;

final class SampleGroupContractTest extends NamedGroupContract {

    @Override
    protected NamedGroup part() {
        return new SampleGroup();
    }

    /** The points of small order (RFC 7748 6.1): 0 is tried anyway; 1, the two of order 8, and p - 1. */
    @Override
    protected List<byte[]> badInitiatorShares() {
        return List.of(
                Hex.bytes("0100000000000000000000000000000000000000000000000000000000000000"),
                Hex.bytes("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
                Hex.bytes("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
                Hex.bytes("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"));
    }
}
