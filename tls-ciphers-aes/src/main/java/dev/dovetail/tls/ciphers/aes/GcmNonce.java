package dev.dovetail.tls.ciphers.aes;

import javax.crypto.spec.GCMParameterSpec;

/** Nonces as the JCA takes them: a new object for each record, because a GCMParameterSpec can't be changed. */
final class GcmNonce {

    /** For a key of zeros that replaces the real one: the same for all, as each cipher takes such a key once. */
    static final GCMParameterSpec BLANK = of(new byte[AesGcm.NONCE]);

    private GcmNonce() {}

    static GCMParameterSpec of(byte[] nonce) {
        // GCM itself takes nonces of any length, so another length would not be noticed, only seal something else.
        if (nonce.length != AesGcm.NONCE) {
            throw new IllegalArgumentException("the nonce has " + nonce.length + " bytes, not " + AesGcm.NONCE);
        }
        return new GCMParameterSpec(8 * AesGcm.TAG, nonce);
    }
}
