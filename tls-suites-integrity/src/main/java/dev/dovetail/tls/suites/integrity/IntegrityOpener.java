package dev.dovetail.tls.suites.integrity;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Objects;

/** Unprotect of RFC 9150 5: nothing is copied before the tag is known to be right. */
final class IntegrityOpener implements AeadCipher.Opener {

    private final JdkHmac hmac;
    private final byte[] tag;

    /** Takes it over. */
    IntegrityOpener(JdkHmac hmac) {
        this.hmac = hmac;
        this.tag = new byte[hmac.length()];
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int text = length - tag.length;
        hmac.begin(nonce, aad, aadLength);
        if (text < 0) return -1;
        Objects.checkFromIndexSize(outOffset, text, out.length);
        hmac.update(in, offset, text);
        hmac.finish(tag, 0);
        if (!matches(in, offset + text)) return -1;
        System.arraycopy(in, offset, out, outOffset, text);
        return text;
    }

    /** In time that does not depend on where the first difference is. */
    private boolean matches(byte[] in, int offset) {
        int difference = 0;
        for (int i = 0; i < tag.length; i++) difference |= tag[i] ^ in[offset + i];
        return difference == 0;
    }

    @Override
    public void close() {
        hmac.close();
        Arrays.fill(tag, (byte) 0);
    }
}
