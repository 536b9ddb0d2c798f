package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * What the AES-GCM ciphers have in common: all but the length of the key.
 *
 * <p>AWS-LC computes AES and GHASH with the processor's instructions or, where these are missing, with code that takes
 * no branch and no index from secrets; so does the JDK with its intrinsics, but its fallback looks up tables.
 */
abstract class AccpAesGcm implements AeadCipher {

    static final int NONCE = 12;
    static final int TAG = 16;

    // RFC 8446 5.5: 2^24.5 full-size records on one key.
    private static final long RECORDS = 23_726_566L;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    // The first JDK that computes AES-GCM with wide vectors (JDK-8267125).
    private static final int FASTER_JDK = 18;

    private final String name;
    private final int keyLength;

    AccpAesGcm(String name, int keyLength) {
        this.name = name;
        this.keyLength = keyLength;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String implementation() {
        return Accp.NAME;
    }

    @Override
    public final Availability availability() {
        return Accp.availability("Cipher", TRANSFORMATION);
    }

    /**
     * Measured with header, content and type byte, processor time: on JDK 17 a record of 16 KiB is sealed in 1.6 to 2.1
     * µs and opened in 1.3, by the JDK in 3.3 and 3.2; one of 4 KiB takes as long or less; one of 64 bytes 0.7 µs to
     * 0.4. On JDK 25, whose own code uses wide vectors, ACCP takes 1.4 µs to 1.2 for sealing 16 KiB, and up to twice as
     * long for short records, because each record is four native calls. So it is preferred where the JDK lacks that
     * code.
     */
    @Override
    public final int priority() {
        return Runtime.version().feature() < FASTER_JDK ? 10 : -10;
    }

    @Override
    public final int keyLength() {
        return keyLength;
    }

    @Override
    public final int nonceLength() {
        return NONCE;
    }

    @Override
    public final int tagLength() {
        return TAG;
    }

    @Override
    public final Tls12Nonce tls12Nonce() {
        return Tls12Nonce.EXPLICIT;
    }

    @Override
    public final long recordLimit() {
        return RECORDS;
    }

    @Override
    public final Sealer sealer(Secret key) {
        return new GcmSealer(keyed(Cipher.ENCRYPT_MODE, key));
    }

    @Override
    public final Opener opener(Secret key) {
        return new GcmOpener(keyed(Cipher.DECRYPT_MODE, key));
    }

    private KeyedGcm keyed(int mode, Secret key) {
        AesKey own = AesKey.copyOf(key, keyLength);
        try {
            return new KeyedGcm(mode, Cipher.getInstance(TRANSFORMATION, Accp.provider()), own);
        } catch (GeneralSecurityException e) {
            own.destroy();
            throw new IllegalStateException(name + " was not available: see availability()", e);
        }
    }
}
