package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.StreamCipher;
import java.security.GeneralSecurityException;

/**
 * RC4 with a key of 128 bits (RFC 5246 A.5), whose first bytes give the key away and which RFC 7465 forbids. The JDK's is
 * measured twice as fast as BouncyCastle's: 26 against 54 µs for 16 KiB.
 */
@AutoService(BulkCipher.class)
public final class Rc4 implements StreamCipher {

    static final String ALGORITHM = "ARCFOUR";

    private static final int KEY = 16;

    /** For the ServiceLoader and {@code Catalog.of}. */
    public Rc4() {}

    @Override
    public String name() {
        return "RC4_128";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public Availability availability() {
        return SunJce.availability(ALGORITHM, () -> SunJce.cipher(ALGORITHM));
    }

    @Override
    public int keyLength() {
        return KEY;
    }

    @Override
    public Transform encryptor(Secret key) {
        return transform(key);
    }

    /** The same: the key stream is added to the text, whichever way. */
    @Override
    public Transform decryptor(Secret key) {
        return transform(key);
    }

    private static Transform transform(Secret key) {
        if (key.length() != KEY) {
            throw new IllegalArgumentException("the key has " + key.length() + " bytes, not " + KEY);
        }
        try {
            return new Rc4Transform(SunJce.cipher(ALGORITHM), LegacyKey.copyOf(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available here", e);
        }
    }
}
