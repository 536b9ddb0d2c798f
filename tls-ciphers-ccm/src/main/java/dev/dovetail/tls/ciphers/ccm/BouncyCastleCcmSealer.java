package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.spi.AeadCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.CCMModeCipher;

/** Seals with {@link BouncyCastleCcm}. */
final class BouncyCastleCcmSealer implements AeadCipher.Sealer {

    private final CcmAlgorithm algorithm;
    private final BouncyCastleCcm ccm;

    /** Closes the cipher with itself. */
    BouncyCastleCcmSealer(CcmAlgorithm algorithm, BouncyCastleCcm ccm) {
        this.algorithm = algorithm;
        this.ccm = ccm;
    }

    @Override
    public int seal(
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
        algorithm.checkSealing(nonce, aad, aadLength, in, offset, length, suffix, suffixLength, out, outOffset);
        CCMModeCipher cipher = ccm.begin(true, algorithm.tagLength(), nonce, aad, aadLength, length + suffixLength);
        cipher.processBytes(in, offset, length, out, outOffset);
        cipher.processBytes(suffix, 0, suffixLength, out, outOffset);
        try {
            return cipher.doFinal(out, outOffset);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("AES-CCM failed", e);
        }
    }

    @Override
    public void close() {
        ccm.close();
    }
}
