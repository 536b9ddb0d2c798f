package dev.dovetail.tls.macs.hmac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.testkit.Hex;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The examples that come with FIPS 180-4: "abc" and a million times "a"; and the hash of nothing. */
final class ShaVectorTest {

    @Test
    void computesSha1() {
        assertThat(hash(new Sha1(), "")).isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assertThat(hash(new Sha1(), "abc")).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(hash(new Sha1(), "a".repeat(1_000_000))).isEqualTo("34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    }

    @Test
    void computesSha256() {
        assertThat(hash(new Sha256(), ""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hash(new Sha256(), "abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(hash(new Sha256(), "a".repeat(1_000_000)))
                .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    @Test
    void computesSha384() {
        assertThat(hash(new Sha384(), ""))
                .isEqualTo(
                        "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b");
        assertThat(hash(new Sha384(), "abc"))
                .isEqualTo(
                        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7");
        assertThat(hash(new Sha384(), "a".repeat(1_000_000)))
                .isEqualTo(
                        "9d0e1809716474cb086e834e310a4a1ced149e9c00f248527972cec5704c2a5b07b8b3dc38ecc4ebae97ddd87f3d8985");
    }

    @Test
    void computesSha512() {
        assertThat(hash(new Sha512(), ""))
                .isEqualTo("cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                        + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");
        assertThat(hash(new Sha512(), "abc"))
                .isEqualTo("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
        assertThat(hash(new Sha512(), "a".repeat(1_000_000)))
                .isEqualTo("e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb"
                        + "de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b");
    }

    private static String hash(HashAlgorithm algorithm, String message) {
        byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
        HashAlgorithm.Hash hash = algorithm.start();
        hash.update(bytes, 0, bytes.length);
        return Hex.text(hash.finish());
    }
}
