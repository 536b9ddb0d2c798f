package dev.dovetail.tls.ciphers.ccm;

import java.util.Arrays;

/** Notices the commonest way to use a nonce twice, which would give the plaintext away: twice in a row. */
final class NonceGuard {

    private final byte[] last = new byte[CcmAlgorithm.NONCE];
    private boolean used;

    void use(byte[] nonce) {
        if (used && Arrays.equals(nonce, last)) {
            throw new IllegalArgumentException("the nonce was used before with this key");
        }
        System.arraycopy(nonce, 0, last, 0, last.length);
        used = true;
    }
}
