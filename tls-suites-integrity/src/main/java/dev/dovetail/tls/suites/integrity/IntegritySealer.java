package dev.dovetail.tls.suites.integrity;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Objects;

/** Protect of RFC 9150 5. */
final class IntegritySealer implements AeadCipher.Sealer {

    private final JdkHmac hmac;

    /** Takes it over. */
    IntegritySealer(JdkHmac hmac) {
        this.hmac = hmac;
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
        int total = length + suffixLength + hmac.length();
        Objects.checkFromIndexSize(outOffset, total, out.length);
        hmac.begin(nonce, aad, aadLength);
        hmac.update(in, offset, length);
        hmac.update(suffix, 0, suffixLength);
        System.arraycopy(in, offset, out, outOffset, length);
        System.arraycopy(suffix, 0, out, outOffset + length, suffixLength);
        hmac.finish(out, outOffset + length + suffixLength);
        return total;
    }

    @Override
    public void close() {
        hmac.close();
    }
}
