package dev.dovetail.tls.suites.aegis;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Objects;

/** Seals with AEGIS. */
final class AegisSealer implements AeadCipher.Sealer {

    private final AegisMessage message;

    /** How many bytes wait in the message's block. */
    private int waiting;

    AegisSealer(AegisMessage message) {
        this.message = message;
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
        int total = length + suffixLength;
        Objects.checkFromIndexSize(outOffset, total + AegisCipher.TAG, out.length);
        AegisState state = message.begin(nonce, aad, aadLength);
        waiting = 0;
        int at = pour(state, in, offset, length, out, outOffset);
        at = pour(state, suffix, 0, suffixLength, out, at);
        if (waiting > 0) {
            byte[] block = message.block();
            Arrays.fill(block, waiting, block.length, (byte) 0);
            state.encrypt(block, 0, block, 0);
            System.arraycopy(block, 0, out, at, waiting);
        }
        byte[] tag = message.finish(state, aadLength, total);
        System.arraycopy(tag, 0, out, outOffset + total, tag.length);
        return total + tag.length;
    }

    /** Encrypts whole blocks, keeps what is left over, and answers where the output goes on. */
    private int pour(AegisState state, byte[] in, int offset, int length, byte[] out, int outOffset) {
        byte[] block = message.block();
        int from = offset;
        int to = outOffset;
        int end = offset + length;
        while (from < end) {
            if (waiting == 0 && end - from >= block.length) {
                state.encrypt(in, from, out, to);
                from += block.length;
                to += block.length;
                continue;
            }
            int count = Math.min(block.length - waiting, end - from);
            System.arraycopy(in, from, block, waiting, count);
            from += count;
            waiting += count;
            if (waiting == block.length) {
                state.encrypt(block, 0, out, to);
                to += block.length;
                waiting = 0;
            }
        }
        return to;
    }

    @Override
    public void close() {
        message.close();
    }
}
