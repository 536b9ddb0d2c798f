package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProtectionsTest {

    @ParameterizedTest
    @CsvSource({
        "TLS13_GCM, 0, 16, 12",
        "TLS13_CHACHA20, 0, 32, 12",
        "TLS12_GCM, 0, 16, 4",
        "TLS12_CHACHA20, 0, 32, 12",
        "CBC_SHA1, 20, 16, 0",
        "CBC_SHA256, 32, 16, 0",
        "CBC_SHA384, 48, 16, 0",
        "CBC_3DES_SHA1, 20, 24, 0",
        "ETM_SHA256, 32, 16, 0",
        "RC4_SHA1, 20, 16, 0",
        "NULL_SHA256, 32, 0, 0",
    })
    void cutsKeyMaterialAsTheCipherAsks(Shape shape, int mac, int key, int iv) {
        assertThat(shape.lengths()).isEqualTo(new KeyLengths(mac, key, iv));
    }

    @ParameterizedTest
    @EnumSource
    void refusesKeysOfOtherLengths(Shape shape) {
        KeyLengths right = shape.lengths();
        for (KeyLengths wrong : new KeyLengths[] {
            new KeyLengths(right.mac() + 1, right.key(), right.iv()),
            new KeyLengths(right.mac(), right.key() + 1, right.iv()),
            new KeyLengths(right.mac(), right.key(), right.iv() + 1)
        }) {
            TrafficKeys keys = Suites.keys(wrong);
            assertThatThrownBy(() -> {
                        if (shape.tls13) {
                            Protections.tls13Read(shape.suite, keys);
                        } else {
                            Protections.tls12Read(shape.suite, keys, shape.encryptThenMac);
                        }
                    })
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> {
                        if (shape.tls13) {
                            Protections.tls13Write(shape.suite, keys, PaddingPolicy.none());
                        } else {
                            Protections.tls12Write(shape.suite, keys, shape.encryptThenMac, new SecureRandom());
                        }
                    })
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesTls13WithoutAnAead() {
        TrafficKeys keys = Suites.keys(Shape.CBC_SHA1.lengths());
        assertThatThrownBy(() -> Protections.tls13Read(Shape.CBC_SHA1.suite, keys))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS12_GCM", "TLS12_CHACHA20", "RC4_SHA1", "NULL_SHA256"})
    void refusesEncryptThenMacWithoutCbc(Shape shape) {
        TrafficKeys keys = Suites.keys(shape.lengths());
        assertThatThrownBy(() -> Protections.tls12Read(shape.suite, keys, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Protections.tls12Write(shape.suite, keys, true, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesCbcWithoutAMac() {
        TrafficKeys keys = Suites.keys(new KeyLengths(0, 16, 0));
        assertThatThrownBy(() -> Protections.tls12Read(Suites.tls12(JdkCbc.aes128()), keys, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsNoKeyAndClosesAll() {
        TrafficKeys keys = Suites.keys(Shape.CBC_SHA1.lengths());
        assertThat(keys.toString()).contains("20 bytes", "16 bytes", "0 bytes");
        keys.close();
        assertThat(keys.macKey().isClosed()).isTrue();
        assertThat(keys.key().isClosed()).isTrue();
        assertThat(keys.iv().isClosed()).isTrue();
    }

    @Test
    void namesContentTypes() {
        assertThat(ContentType.name(20)).isEqualTo("change_cipher_spec");
        assertThat(ContentType.name(21)).isEqualTo("alert");
        assertThat(ContentType.name(22)).isEqualTo("handshake");
        assertThat(ContentType.name(23)).isEqualTo("application_data");
        assertThat(ContentType.name(24)).isEqualTo("content_type(24)");
    }
}
