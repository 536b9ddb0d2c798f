package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm.Hash;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Arrays;

/** HMAC (RFC 2104) with {@link SampleHash}. */
@AutoService(Mac.class)
public final class SampleMac implements Mac {

    private static final int BLOCK = 64;

    @Override
    public String name() {
        return "HMAC_SAMPLE256";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int length() {
        return 32;
    }

    @Override
    public int keyLength() {
        return 32;
    }

    @Override
    public int blockLength() {
        return BLOCK;
    }

    @Override
    public int minimumPadding() {
        return 9;
    }

    @Override
    public Keyed keyed(Secret key) {
        return new Hmac(key);
    }

    private static final class Hmac implements Keyed {

        private final byte[] inner;
        private final byte[] outer;
        private final Hash hash = new SampleHash().start();
        private boolean closed;

        Hmac(Secret key) {
            byte[] block = key.with(bytes -> Arrays.copyOf(bytes.length > BLOCK ? hashed(bytes) : bytes, BLOCK));
            inner = mixed(block, 0x36);
            outer = mixed(block, 0x5c);
            Arrays.fill(block, (byte) 0);
            hash.update(inner, 0, BLOCK);
        }

        @Override
        public void update(byte[] in, int offset, int length) {
            refuseIfClosed();
            hash.update(in, offset, length);
        }

        @Override
        public void finish(byte[] out, int offset) {
            refuseIfClosed();
            byte[] message = hash.finish();
            hash.update(outer, 0, BLOCK);
            hash.update(message, 0, message.length);
            System.arraycopy(hash.finish(), 0, out, offset, 32);
            hash.update(inner, 0, BLOCK);
        }

        @Override
        public void close() {
            closed = true;
            Arrays.fill(inner, (byte) 0);
            Arrays.fill(outer, (byte) 0);
            hash.finish();
        }

        private void refuseIfClosed() {
            if (closed) throw new IllegalStateException("this MAC is closed");
        }

        private static byte[] hashed(byte[] bytes) {
            Hash hash = new SampleHash().start();
            hash.update(bytes, 0, bytes.length);
            return hash.finish();
        }

        private static byte[] mixed(byte[] block, int with) {
            byte[] mixed = block.clone();
            for (int i = 0; i < mixed.length; i++) mixed[i] ^= (byte) with;
            return mixed;
        }
    }
}
