package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.ARIAEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** Where the block cipher comes from: BouncyCastle's lightweight API, since the JDK has none. */
final class Aria {

    /** The length of a block in bytes. */
    static final int BLOCK = 16;

    private Aria() {}

    static BlockCipher engine() {
        return new ARIAEngine();
    }

    /** A copy of the key, to be wiped as soon as the engine has made its key schedule. */
    static KeyParameter key(Secret key, int length) {
        if (key.length() != length) {
            throw new IllegalArgumentException("the key has " + key.length() + " bytes, not " + length);
        }
        return key.with(KeyParameter::new);
    }

    /** BouncyCastle's parameter lends its own array, so it can be wiped. */
    static void wipe(KeyParameter key) {
        Arrays.fill(key.getKey(), (byte) 0);
    }
}
