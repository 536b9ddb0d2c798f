package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;

/**
 * Single calls of an AEAD, each with a sealer or opener of its own: a sealer must never see a nonce twice.
 *
 * @param cipher the cipher
 */
record AeadCalls(AeadCipher cipher) {

    private static final byte[] NOTHING = {};

    Secret key(int which) {
        return Sample.secret(1000 + which, cipher.keyLength());
    }

    byte[] nonce(int which) {
        return Sample.bytes(2000 + which, cipher.nonceLength());
    }

    byte[] seal(int whichKey, byte[] nonce, byte[] aad, byte[] text) {
        return seal(whichKey, nonce, aad, text, NOTHING);
    }

    byte[] seal(int whichKey, byte[] nonce, byte[] aad, byte[] text, byte[] suffix) {
        try (Secret key = key(whichKey)) {
            return seal(key, nonce, aad, text, suffix);
        }
    }

    byte[] seal(Secret key, byte[] nonce, byte[] aad, byte[] text, byte[] suffix) {
        byte[] out = new byte[text.length + suffix.length + cipher.tagLength()];
        try (AeadCipher.Sealer sealer = cipher.sealer(key)) {
            int written = sealer.seal(nonce, aad, aad.length, text, 0, text.length, suffix, suffix.length, out, 0);
            assertThat(written)
                    .as("%s: seal() returns the length of text and tag together", cipher.name())
                    .isEqualTo(out.length);
        }
        return out;
    }

    byte[] open(int whichKey, byte[] nonce, byte[] aad, byte[] sealed) {
        try (Secret key = key(whichKey)) {
            return open(key, nonce, aad, sealed);
        }
    }

    byte[] open(Secret key, byte[] nonce, byte[] aad, byte[] sealed) {
        byte[] out = new byte[sealed.length - cipher.tagLength()];
        try (AeadCipher.Opener opener = cipher.opener(key)) {
            int read = opener.open(nonce, aad, aad.length, sealed, 0, sealed.length, out, 0);
            assertThat(read)
                    .as("%s: open() of what it sealed itself returns the length of the text", cipher.name())
                    .isEqualTo(out.length);
        }
        return out;
    }

    void assertRefused(Secret key, byte[] nonce, byte[] aad, byte[] sealed, String wrong) {
        try (AeadCipher.Opener opener = cipher.opener(key)) {
            byte[] out = new byte[sealed.length];
            int[] read = new int[1];
            assertThatCode(() -> read[0] = opener.open(nonce, aad, aad.length, sealed, 0, sealed.length, out, 0))
                    .as("%s: %s: open() returns -1 and throws nothing", cipher.name(), wrong)
                    .doesNotThrowAnyException();
            assertThat(read[0])
                    .as("%s: %s: open() returns -1", cipher.name(), wrong)
                    .isEqualTo(-1);
        }
    }

    void assertHoldsNothingOf(byte[] text, byte[] out) {
        for (int i = 0; i + 8 <= Math.min(text.length, out.length); i++) {
            assertThat(Arrays.equals(text, i, i + 8, out, i, i + 8))
                    .as("%s: plaintext stands at byte %d of the output, though nothing was opened", cipher.name(), i)
                    .isFalse();
        }
    }
}
