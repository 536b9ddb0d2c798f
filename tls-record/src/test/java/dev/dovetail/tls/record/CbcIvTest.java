package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The IVs of CBC, which nobody may foresee (RFC 5246 6.2.3.2). */
class CbcIvTest {

    private static final int RECORDS = 100;

    static List<JdkCbc> ciphers() {
        return List.of(JdkCbc.aes128(), JdkCbc.tripleDes());
    }

    @ParameterizedTest
    @MethodSource("ciphers")
    void noIvComesTwiceUnderOneKey(CbcCipher cipher) {
        assertThat(ivs(cipher, new SecureRandom())).hasSize(RECORDS);
    }

    @ParameterizedTest
    @MethodSource("ciphers")
    void theSameKeyWithAnotherStartHasOtherIvs(CbcCipher cipher) {
        Set<String> first = ivs(cipher, new SecureRandom());

        assertThat(ivs(cipher, new SecureRandom())).doesNotContainAnyElementsOf(first);
    }

    @ParameterizedTest
    @MethodSource("ciphers")
    void theCountDoesNotShow(CbcCipher cipher) {
        // A count as it is would leave most bits of two neighbours the same.
        List<byte[]> ivs = ivs(cipher, new SecureRandom()).stream()
                .map(HexFormat.of()::parseHex)
                .toList();
        int changed = 0;
        for (int i = 1; i < ivs.size(); i++) changed += differingBits(ivs.get(i - 1), ivs.get(i));

        int bits = (ivs.size() - 1) * 8 * cipher.blockLength();
        assertThat(changed).isBetween(bits * 4 / 10, bits * 6 / 10);
    }

    private static Set<String> ivs(CbcCipher cipher, SecureRandom random) {
        Set<String> ivs = new HashSet<>();
        try (Secret key = Secret.of(Suites.pattern(cipher.keyLength(), 7));
                CbcBody body = new CbcBody(cipher, key, random, 0)) {
            byte[] out = new byte[200];
            for (int i = 0; i < RECORDS; i++) {
                int copied = body.beginTail(new byte[10], 0, 10);
                body.encrypt(new byte[10], 0, 10, copied, out, 0);
                ivs.add(HexFormat.of().formatHex(Arrays.copyOf(out, cipher.blockLength())));
            }
        }
        return ivs;
    }

    private static int differingBits(byte[] one, byte[] other) {
        int bits = 0;
        for (int i = 0; i < one.length; i++) bits += Integer.bitCount((one[i] ^ other[i]) & 0xff);
        return bits;
    }
}
