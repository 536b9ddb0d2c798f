package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;

/** What the ciphers in GCM have in common: all but the length of the key. */
abstract class AriaGcm extends AriaCipher implements AeadCipher {

    // RFC 8446 5.5 about AES-GCM: 2^24.5 full-size records. What it counts is blocks of 128 bits, and so are these.
    private static final long RECORDS = 23_726_566L;

    AriaGcm(String name, int keyLength) {
        super(name, keyLength);
    }

    @Override
    public final int nonceLength() {
        return KeyedGcm.NONCE;
    }

    @Override
    public final int tagLength() {
        return KeyedGcm.TAG;
    }

    /** RFC 6209 3.2: as in AES-GCM. */
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
        return new GcmSealer(Aria.engine(), Aria.key(key, keyLength()));
    }

    @Override
    public final Opener opener(Secret key) {
        return new GcmOpener(Aria.engine(), Aria.key(key, keyLength()));
    }
}
