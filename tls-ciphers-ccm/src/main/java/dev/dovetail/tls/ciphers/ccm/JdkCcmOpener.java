package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Opens with {@link JdkCcm}. CCM authenticates the plaintext, so it has to be computed first: it goes straight to the
 * output, which is wiped before this returns if the tag turns out to be wrong.
 */
final class JdkCcmOpener implements AeadCipher.Opener {

    private static final byte[] NOTHING = {};

    private final CcmAlgorithm algorithm;
    private final JdkCcm ccm;
    private final byte[] sent;
    private final byte[] computed;

    /** Closes the cipher with itself. */
    JdkCcmOpener(CcmAlgorithm algorithm, JdkCcm ccm) {
        this.algorithm = algorithm;
        this.ccm = ccm;
        sent = new byte[algorithm.tagLength()];
        computed = new byte[algorithm.tagLength()];
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        algorithm.checkOpening(nonce, aad, aadLength, in, offset, length, out, outOffset);
        CbcMac mac = ccm.mac();
        int plain = length - sent.length;
        if (plain < 0) return -1;
        System.arraycopy(in, offset + plain, sent, 0, sent.length);
        ccm.counter().turn(nonce, sent, in, offset, plain, NOTHING, 0, out, outOffset);
        mac.begin(nonce, sent.length, aad, aadLength, plain);
        mac.update(out, outOffset, plain);
        mac.finish(computed);
        // In constant time (RFC 3610 2.5 asks that nothing but the verdict gets out).
        if (MessageDigest.isEqual(sent, computed)) return plain;
        Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
        return -1;
    }

    @Override
    public void close() {
        ccm.close();
    }
}
