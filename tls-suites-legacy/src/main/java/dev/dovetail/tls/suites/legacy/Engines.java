package dev.dovetail.tls.suites.legacy;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SEEDEngine;

/**
 * BouncyCastle's block ciphers, apart from the parts that use them: a class that returns one as a {@link BlockCipher} makes
 * the JVM load both when it is verified, and the parts are to be found without BouncyCastle.
 */
final class Engines {

    private Engines() {}

    static BlockCipher des() {
        return new DESEngine();
    }

    static BlockCipher tripleDes() {
        return new DESedeEngine();
    }

    static BlockCipher seed() {
        return new SEEDEngine();
    }
}
