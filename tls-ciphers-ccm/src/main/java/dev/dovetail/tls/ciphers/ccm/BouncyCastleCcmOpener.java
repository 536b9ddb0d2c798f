package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.CCMModeCipher;

/** Opens with {@link BouncyCastleCcm}, which compares tags in constant time. */
final class BouncyCastleCcmOpener implements AeadCipher.Opener {

    private final CcmAlgorithm algorithm;
    private final BouncyCastleCcm ccm;

    /** Closes the cipher with itself. */
    BouncyCastleCcmOpener(CcmAlgorithm algorithm, BouncyCastleCcm ccm) {
        this.algorithm = algorithm;
        this.ccm = ccm;
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        algorithm.checkOpening(nonce, aad, aadLength, in, offset, length, out, outOffset);
        CCMModeCipher cipher = ccm.begin(false, algorithm.tagLength(), nonce, aad, aadLength, length);
        int plain = length - algorithm.tagLength();
        if (plain < 0) return -1;
        cipher.processBytes(in, offset, length, out, outOffset);
        try {
            return cipher.doFinal(out, outOffset);
        } catch (InvalidCipherTextException e) {
            // What it decrypted is in the output already.
            Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
            return -1;
        }
    }

    @Override
    public void close() {
        ccm.close();
    }
}
