package dev.dovetail.tls.macs.hmac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HmacTest {

    private final List<Mac> macs = List.of(new HmacSha1(), new HmacSha256(), new HmacSha384(), new HmacSha512());
    private final List<HashAlgorithm> hashes = List.of(new Sha1(), new Sha256(), new Sha384(), new Sha512());

    @Test
    void statesTheFactsOfRfc5246() {
        assertThat(macs)
                .extracting(Mac::name)
                .containsExactly("HMAC_SHA1", "HMAC_SHA256", "HMAC_SHA384", "HMAC_SHA512");
        assertThat(macs).extracting(Mac::length).containsExactly(20, 32, 48, 64);
        assertThat(macs).extracting(Mac::keyLength).containsExactly(20, 32, 48, 64);
        assertThat(macs).allSatisfy(mac -> {
            assertThat(mac.implementation()).isEqualTo("JDK");
            assertThat(mac.availability().reason()).isEmpty();
        });
    }

    /** FIPS 180-4 5.1: a marker, then the length of the message in 64 bits, or in 128. */
    @Test
    void statesTheBlocksAndPaddingOfItsHash() {
        assertThat(macs).extracting(Mac::blockLength).containsExactly(64, 64, 128, 128);
        assertThat(macs).extracting(Mac::minimumPadding).containsExactly(9, 9, 17, 17);
    }

    @Test
    void belongsToTheHashOfItsName() {
        assertThat(hashes).extracting(HashAlgorithm::name).containsExactly("SHA1", "SHA256", "SHA384", "SHA512");
        assertThat(hashes).allSatisfy(hash -> {
            assertThat(hash.implementation()).isEqualTo("JDK");
            assertThat(hash.availability().reason()).isEmpty();
            assertThat(hash.hmac().name()).isEqualTo("HMAC_" + hash.name());
            assertThat(hash.hmac().length()).isEqualTo(hash.length());
        });
    }

    @Test
    void refusesAnOutputThatIsTooShortAndKeepsItsState() {
        for (Mac mac : macs) {
            try (Secret key = Secret.of(new byte[] {1});
                    Mac.Keyed keyed = mac.keyed(key);
                    Mac.Keyed other = mac.keyed(key)) {
                keyed.update(new byte[10], 0, 10);
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> keyed.finish(new byte[mac.length()], 1));
                other.update(new byte[10], 0, 10);
                assertThat(finish(mac, keyed)).isEqualTo(finish(mac, other));
            }
        }
    }

    /** Behaviour shows it: after close, what the JCA's Mac computes is what a key of zeros gives. */
    @Test
    void leavesNoKeyInTheMacThatItDrops() throws Exception {
        javax.crypto.Mac dropped = javax.crypto.Mac.getInstance("HmacSHA256");
        HmacKey used;
        try (Secret key = Secret.of(new byte[] {1, 2, 3})) {
            used = HmacKey.copyOf(key, "HmacSHA256");
        }
        KeyedHmac keyed = new KeyedHmac(dropped, used, 32);
        assertThat(used.isDestroyed()).isTrue();
        keyed.update(new byte[10], 0, 10);
        keyed.close();
        Mac mac = new HmacSha256();
        try (Secret nothing = Secret.of(new byte[0]);
                Mac.Keyed blank = mac.keyed(nothing)) {
            assertThat(dropped.doFinal()).isEqualTo(finish(mac, blank));
        }
    }

    @Test
    void neitherGivesNorPrintsTheBytesOfADestroyedKey() {
        try (Secret secret = Secret.of(new byte[] {1, 2, 3})) {
            HmacKey key = HmacKey.copyOf(secret, "HmacSHA256");
            assertThat(key.toString()).doesNotContain("1, 2, 3", "010203");
            key.destroy();
            assertThatIllegalStateException().isThrownBy(key::getEncoded);
        }
    }

    private static byte[] finish(Mac mac, Mac.Keyed keyed) {
        byte[] out = new byte[mac.length()];
        keyed.finish(out, 0);
        return out;
    }
}
