package dev.dovetail.tls.ciphers.chacha20;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.BulkCipher;

/**
 * ChaCha20-Poly1305 (RFC 8439 2.8), computed by BouncyCastle's lightweight API, without its JCA provider. Where
 * somebody left BouncyCastle out, this part reports itself unavailable and the JDK's stays.
 */
@AutoService(BulkCipher.class)
public final class BouncyCastleChaCha20Poly1305 extends ChaCha20Poly1305Cipher {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public BouncyCastleChaCha20Poly1305() {}

    @Override
    public String implementation() {
        return "BouncyCastle";
    }

    @Override
    public Availability availability() {
        try {
            new org.bouncycastle.crypto.modes.ChaCha20Poly1305();
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on,"
                    + " on a module path by requires or --add-modules");
        }
    }

    /**
     * Below the JDK's. Choice: by measurement of sealing and opening records of 64 to 16384 bytes. On JDK 25 the JDK,
     * with its intrinsics, is about as fast for 64 bytes and 13 times as fast for 16384. JDK 17 has none and is still
     * 1.3 and 1.7 times as fast. So the order does not depend on the runtime.
     */
    @Override
    public int priority() {
        return -10;
    }

    @Override
    public Sealer sealer(Secret key) {
        return new BouncyCastleSealer(key);
    }

    @Override
    public Opener opener(Secret key) {
        return new BouncyCastleOpener(key);
    }
}
