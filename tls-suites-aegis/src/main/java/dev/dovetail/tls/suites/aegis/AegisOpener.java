package dev.dovetail.tls.suites.aegis;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Objects;

/** Opens with AEGIS, which has to decrypt before it can tell whether the tag is right. */
final class AegisOpener implements AeadCipher.Opener {

    private final AegisMessage message;

    AegisOpener(AegisMessage message) {
        this.message = message;
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int plain = Math.max(length - AegisCipher.TAG, 0);
        Objects.checkFromIndexSize(outOffset, plain, out.length);
        AegisState state = message.begin(nonce, aad, aadLength);
        if (length < AegisCipher.TAG) return -1;
        int rate = state.rate();
        int done = 0;
        for (; done + rate <= plain; done += rate) state.decrypt(in, offset + done, out, outOffset + done);
        if (done < plain) {
            byte[] block = message.block();
            System.arraycopy(in, offset + done, block, 0, plain - done);
            Arrays.fill(block, plain - done, rate, (byte) 0);
            state.decryptLast(block, plain - done);
            System.arraycopy(block, 0, out, outOffset + done, plain - done);
        }
        if (matches(message.finish(state, aadLength, plain), in, offset + plain)) return plain;
        Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
        return -1;
    }

    /** In the same time for all tags. */
    private static boolean matches(byte[] tag, byte[] in, int offset) {
        int different = 0;
        for (int i = 0; i < tag.length; i++) different |= tag[i] ^ in[offset + i];
        return different == 0;
    }

    @Override
    public void close() {
        message.close();
    }
}
