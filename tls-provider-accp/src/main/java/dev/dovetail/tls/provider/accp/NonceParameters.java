package dev.dovetail.tls.provider.accp;

import javax.crypto.spec.GCMParameterSpec;

/**
 * GCM's parameters with a nonce that changes from record to record. The JCA's own class can't be changed, and copies
 * the nonce when it is made and again when it is asked: 90 bytes for each record. ACCP keeps the array until the next
 * record to compare it with that one's nonce; hence {@link KeyedGcm} has two of these and uses them by turns.
 */
final class NonceParameters extends GCMParameterSpec {

    private final byte[] nonce = new byte[AccpAesGcm.NONCE];

    NonceParameters() {
        super(8 * AccpAesGcm.TAG, new byte[AccpAesGcm.NONCE]);
    }

    /** Copies the nonce of one record. */
    NonceParameters with(byte[] next) {
        // GCM itself takes nonces of any length, so another length would not be noticed, only seal something else.
        if (next.length != nonce.length) {
            throw new IllegalArgumentException("the nonce has " + next.length + " bytes, not " + nonce.length);
        }
        System.arraycopy(next, 0, nonce, 0, nonce.length);
        return this;
    }

    /** The array itself. */
    @Override
    public byte[] getIV() {
        return nonce;
    }
}
