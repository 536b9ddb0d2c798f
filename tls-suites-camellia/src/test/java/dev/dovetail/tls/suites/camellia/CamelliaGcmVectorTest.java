package dev.dovetail.tls.suites.camellia;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.Hex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The vectors of draft-kato-ipsec-camellia-gcm, the only ones ever published for Camellia in GCM: those with keys of 128
 * and 256 bits and nonces of 12 bytes.
 */
final class CamelliaGcmVectorTest {

    private static final String ZEROS = "00000000000000000000000000000000";
    private static final String KEY = "feffe9928665731c6d6a8f9467308308";
    private static final String NONCE = "cafebabefacedbaddecaf888";
    private static final String AAD = "feedfacedeadbeeffeedfacedeadbeefabaddad2";
    private static final String TEXT = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
    private static final String ENCRYPTED_128 = "d0d94a13b632f337a0cc9955b94fa020c815f903aab12f1efaf2fe9d90f729a6"
            + "cccbfa986ef2ff2c33de418d9a2529091cf18fe652c1cfde13f8260614bab815";
    private static final String ENCRYPTED_256 = "ad142c11579dd95e41f3c1f324dabc255864d920f1b65759d8f560d4948d4477"
            + "58dfdcf77aa9f62581c7ff572a037f810cb1a9c4b3ca6ed638179b776549e092";

    /** Test cases 1 and 2, 13 and 14: key, nonce and text of zeros. */
    @ParameterizedTest
    @CsvSource({
        "1, '', f5574acc3148dfcb9015200631024df9",
        "1, defe3e0b5c54c94b4f2a0f5a46f6210d, f672b94d192266c7c8c8dbb427cc989a",
        "2, '', 9cdb269b5d293bc5db9c55b057d9b591",
        "2, 3d4b2cde666761ba5dfb305178e667fb, 284b63bb143c40ce100fb4dea6bb617b"
    })
    void agreesOnZeros(int halves, String encrypted, String tag) {
        check(ZEROS.repeat(halves), "00".repeat(12), "", "00".repeat(encrypted.length() / 2), encrypted, tag);
    }

    /** Test cases 3 and 4, 15 and 16: four whole blocks alone, and 60 bytes of them with additional data. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 86e318012dd8329dc9dae6a170f61b24",
        "1, 60, 9f458869431576ea6a095456ec6b8101",
        "2, 64, c912686270a2b9966415fca3be75c468",
        "2, 60, 4e4b178d8fe26fdc95e2e7246dd94bec"
    })
    void agreesOnBlocksAndPartsOfBlocks(int halves, int length, String tag) {
        String encrypted = (halves == 1 ? ENCRYPTED_128 : ENCRYPTED_256).substring(0, 2 * length);
        check(KEY.repeat(halves), NONCE, length == 64 ? "" : AAD, TEXT.substring(0, 2 * length), encrypted, tag);
    }

    private static void check(String key, String nonce, String aad, String text, String encrypted, String tag) {
        AeadCipher cipher = key.length() == 32 ? new Camellia128Gcm() : new Camellia256Gcm();
        byte[] plain = Hex.bytes(text);
        byte[] additional = Hex.bytes(aad);
        byte[] wanted = Hex.bytes(encrypted + tag);
        byte[] sealed = new byte[wanted.length];
        byte[] opened = new byte[plain.length];
        try (Secret secret = Secret.of(Hex.bytes(key));
                AeadCipher.Sealer sealer = cipher.sealer(secret);
                AeadCipher.Opener opener = cipher.opener(secret)) {
            byte[] iv = Hex.bytes(nonce);
            sealer.seal(iv, additional, additional.length, plain, 0, plain.length, plain, 0, sealed, 0);
            assertThat(sealed).isEqualTo(wanted);
            assertThat(opener.open(iv, additional, additional.length, wanted, 0, wanted.length, opened, 0))
                    .isEqualTo(plain.length);
            assertThat(opened).isEqualTo(plain);
        }
    }
}
