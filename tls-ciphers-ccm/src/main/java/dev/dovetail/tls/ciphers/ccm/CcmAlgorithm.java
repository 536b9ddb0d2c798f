package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.Secret;
import java.util.Objects;

/** The four AES-CCM algorithms that TLS has numbers for, as facts. A constant's name is the name of the part. */
enum CcmAlgorithm {
    /** AEAD_AES_128_CCM of RFC 5116 5.3. */
    AES_128_CCM(16, 16, 8),
    /** AEAD_AES_256_CCM of RFC 5116 5.4. */
    AES_256_CCM(32, 16, 7),
    /** AEAD_AES_128_CCM_8 of RFC 6655 6.1. */
    AES_128_CCM_8(16, 8, -1),
    /** AEAD_AES_256_CCM_8 of RFC 6655 6.2. */
    AES_256_CCM_8(32, 8, -2);

    /** RFC 6655 3: all have nonces of 12 bytes, which leaves three bytes of a block to count with. */
    static final int NONCE = 12;

    private static final int LONGEST_TEXT = (1 << 24) - 1;

    private final int keyLength;
    private final int tagLength;
    private final int preference;

    CcmAlgorithm(int keyLength, int tagLength, int preference) {
        this.keyLength = keyLength;
        this.tagLength = tagLength;
        this.preference = preference;
    }

    int keyLength() {
        return keyLength;
    }

    int tagLength() {
        return tagLength;
    }

    /** Choice: below GCM and ChaCha20, which are faster; a tag of 64 bits stands below every cipher that says nothing. */
    int preference() {
        return preference;
    }

    /** A copy of the key's bytes, to be wiped by the caller. */
    byte[] copyOf(Secret key) {
        if (key.length() != keyLength) {
            throw new IllegalArgumentException("the key has " + key.length() + " bytes, not " + keyLength);
        }
        return key.with(byte[]::clone);
    }

    /** Refuses what must not be begun: a call that fails halfway would leave a cipher in the middle of a message. */
    void checkSealing(
            byte[] nonce,
            byte[] aad,
            int aadLength,
            byte[] in,
            int offset,
            int length,
            byte[] suffix,
            int suffixLength,
            byte[] out,
            int outOffset) {
        checkNonce(nonce);
        Objects.checkFromIndexSize(0, aadLength, aad.length);
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(0, suffixLength, suffix.length);
        checkLength((long) length + suffixLength);
        Objects.checkFromIndexSize(outOffset, length + suffixLength + tagLength, out.length);
    }

    /** The same for opening. A message shorter than its tag is no error here. */
    void checkOpening(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        checkNonce(nonce);
        Objects.checkFromIndexSize(0, aadLength, aad.length);
        Objects.checkFromIndexSize(offset, length, in.length);
        checkLength((long) length - tagLength);
        Objects.checkFromIndexSize(outOffset, Math.max(length - tagLength, 0), out.length);
    }

    private static void checkNonce(byte[] nonce) {
        // CCM itself takes nonces of 7 to 13 bytes, so another length would not be noticed, only seal something else.
        if (nonce.length != NONCE) {
            throw new IllegalArgumentException("the nonce has " + nonce.length + " bytes, not " + NONCE);
        }
    }

    private static void checkLength(long text) {
        if (text > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "CCM with a nonce of 12 bytes takes texts of up to " + LONGEST_TEXT + " bytes, not " + text);
        }
    }
}
