package dev.dovetail.tls.suites.ascon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher.Opener;
import dev.dovetail.tls.api.spi.AeadCipher.Sealer;
import dev.dovetail.tls.testkit.Hex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Known answers of the authors' reference implementation (ascon-c, LWC_AEAD_KAT_128_128, counts 1, 2 and 17, and the set with
 * the key for a nonce, counts 1 and 2).
 */
class AsconVectorTest {

    private static final String KEY = "000102030405060708090a0b0c0d0e0f";

    @ParameterizedTest
    @CsvSource({
        "101112131415161718191a1b1c1d1e1f, '', '', 4f9c278211bec9316bf68f46ee8b2ec6",
        "101112131415161718191a1b1c1d1e1f, 30, '', cccb674fe18a09a285d6ab11b35675c0",
        "101112131415161718191a1b1c1d1e1f, 303132333435363738393a3b3c3d3e3f, '', e4230cdb8330ee9dc0cfd7c7b346e6dc",
        "000102030405060708090a0b0c0d0e0f, '', '', 4427d64b8e1e1451fc445960f0839bb0",
        "000102030405060708090a0b0c0d0e0f, 00, '', 103ab79d913a0321287715a979bb8585",
        "000102030405060708090a0b0c0d0e0f, '', 00, e79f58f1f541fc51b5d438f8e1dd03f147"
    })
    void sealsAndOpens(String nonce, String aad, String plain, String sealed) {
        byte[] text = Hex.bytes(plain);
        byte[] extra = Hex.bytes(aad);
        byte[] out = new byte[text.length + AsconAead128.TAG];
        try (Secret key = Secret.of(Hex.bytes(KEY));
                Sealer sealer = new AsconAead128().sealer(key);
                Opener opener = new AsconAead128().opener(key)) {
            int length =
                    sealer.seal(Hex.bytes(nonce), extra, extra.length, text, 0, text.length, new byte[0], 0, out, 0);
            assertThat(length).isEqualTo(out.length);
            assertThat(out).isEqualTo(Hex.bytes(sealed));
            byte[] opened = new byte[text.length];
            assertThat(opener.open(Hex.bytes(nonce), extra, extra.length, out, 0, out.length, opened, 0))
                    .isEqualTo(text.length);
            assertThat(opened).isEqualTo(text);
        }
    }
}
