package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.List;
import java.util.stream.Stream;

/** All ciphers of the module, and calls of one message each. */
final class Ciphers {

    static final byte[] NOTHING = {};

    private Ciphers() {}

    static List<AeadCipher> jdk() {
        return List.of(new JdkAes128Ccm(), new JdkAes256Ccm(), new JdkAes128Ccm8(), new JdkAes256Ccm8());
    }

    static List<AeadCipher> bouncyCastle() {
        return List.of(
                new BouncyCastleAes128Ccm(),
                new BouncyCastleAes256Ccm(),
                new BouncyCastleAes128Ccm8(),
                new BouncyCastleAes256Ccm8());
    }

    static List<AeadCipher> all() {
        return Stream.concat(jdk().stream(), bouncyCastle().stream()).toList();
    }

    static byte[] nonce(int last) {
        byte[] nonce = new byte[12];
        nonce[11] = (byte) last;
        return nonce;
    }

    static byte[] seal(AeadCipher cipher, byte[] key, byte[] nonce, byte[] aad, byte[] text, byte[] suffix) {
        byte[] out = new byte[text.length + suffix.length + cipher.tagLength()];
        try (Secret secret = Secret.of(key.clone());
                AeadCipher.Sealer sealer = cipher.sealer(secret)) {
            int written = sealer.seal(nonce, aad, aad.length, text, 0, text.length, suffix, suffix.length, out, 0);
            if (written != out.length) throw new AssertionError(written + " bytes written, not " + out.length);
        }
        return out;
    }

    static int open(AeadCipher cipher, byte[] key, byte[] nonce, byte[] aad, byte[] sealed, byte[] out) {
        try (Secret secret = Secret.of(key.clone());
                AeadCipher.Opener opener = cipher.opener(secret)) {
            return opener.open(nonce, aad, aad.length, sealed, 0, sealed.length, out, 0);
        }
    }
}
