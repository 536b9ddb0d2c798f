package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.NamedParameterSpec;
import org.junit.jupiter.api.Test;

final class FixedRandomTest {

    @Test
    void playsItsPiecesInOrder() {
        FixedRandom random = new FixedRandom(Hex.bytes("0102"), Hex.bytes("030405"));
        byte[] out = new byte[4];
        random.nextBytes(out);
        assertThat(out).containsExactly(1, 2, 3, 4);
        assertThat(random.remaining()).isEqualTo(1);
        assertThat(random.generateSeed(1)).containsExactly(5);
    }

    @Test
    void playsNumbersFromTheSameBytes() {
        assertThat(new FixedRandom(Hex.bytes("01020304")).nextInt()).isEqualTo(0x01020304);
    }

    @Test
    void failsWhenItsBytesAreUsedUp() {
        FixedRandom random = new FixedRandom(new byte[3]);
        assertThatThrownBy(() -> random.nextBytes(new byte[4]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("asked for 4 random bytes, but of the 3 given only 3 are left");
    }

    @Test
    void copiesItsBytes() {
        byte[] given = {1};
        FixedRandom random = new FixedRandom(given);
        given[0] = 2;
        assertThat(random.generateSeed(1)).containsExactly(1);
    }

    @Test
    void cannotBeSeeded() {
        FixedRandom random = new FixedRandom(Hex.bytes("0102"));
        random.setSeed(1);
        random.setSeed(new byte[8]);
        assertThat(random.generateSeed(2)).containsExactly(1, 2);
    }

    @Test
    void letsTheJdkMakeTheSameKeyAgain() throws Exception {
        assertThat(scalar(new FixedRandom(Sample.bytes(1, 32))))
                .isEqualTo(scalar(new FixedRandom(Sample.bytes(1, 32))));
        assertThat(scalar(new FixedRandom(Sample.bytes(2, 32))))
                .isNotEqualTo(scalar(new FixedRandom(Sample.bytes(1, 32))));
    }

    private static byte[] scalar(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
        generator.initialize(NamedParameterSpec.X25519, random);
        return ((XECPrivateKey) generator.generateKeyPair().getPrivate())
                .getScalar()
                .orElseThrow();
    }
}
