package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.spi.AeadCipher;

/** Seals with {@link JdkCcm}. */
final class JdkCcmSealer implements AeadCipher.Sealer {

    private final CcmAlgorithm algorithm;
    private final JdkCcm ccm;
    private final byte[] tag;
    private final NonceGuard nonces = new NonceGuard();

    /** Closes the cipher with itself. */
    JdkCcmSealer(CcmAlgorithm algorithm, JdkCcm ccm) {
        this.algorithm = algorithm;
        this.ccm = ccm;
        tag = new byte[algorithm.tagLength()];
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
        CbcMac mac = ccm.mac();
        nonces.use(nonce);
        mac.begin(nonce, tag.length, aad, aadLength, length + suffixLength);
        mac.update(in, offset, length);
        mac.update(suffix, 0, suffixLength);
        mac.finish(tag);
        int written = ccm.counter().turn(nonce, tag, in, offset, length, suffix, suffixLength, out, outOffset);
        System.arraycopy(tag, 0, out, outOffset + written, tag.length);
        return written + tag.length;
    }

    @Override
    public void close() {
        ccm.close();
    }
}
