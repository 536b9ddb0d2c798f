package dev.dovetail.tls.ciphers.aes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.testkit.Hex;
import org.junit.jupiter.api.Test;

final class AesKeyTest {

    private static final String BYTES = "000102030405060708090a0b0c0d0e0f";

    @Test
    void givesCopiesOfItsBytes() {
        try (Secret secret = Secret.of(Hex.bytes(BYTES))) {
            AesKey key = AesKey.copyOf(secret, 16);
            key.getEncoded()[0] = 99;
            assertThat(key.getEncoded()).isEqualTo(Hex.bytes(BYTES));
            assertThat(key.blank().getEncoded()).isEqualTo(new byte[16]);
        }
    }

    @Test
    void refusesItsBytesOnceDestroyed() {
        try (Secret secret = Secret.of(Hex.bytes(BYTES))) {
            AesKey key = AesKey.copyOf(secret, 16);
            key.destroy();
            assertThat(key.isDestroyed()).isTrue();
            assertThatIllegalStateException().isThrownBy(key::getEncoded);
        }
    }

    @Test
    void printsNoByte() {
        try (Secret secret = Secret.of(Hex.bytes(BYTES))) {
            assertThat(AesKey.copyOf(secret, 16).toString()).doesNotContain("0001", "0, 1", "0405");
        }
    }
}
