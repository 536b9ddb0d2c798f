package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import java.util.concurrent.atomic.AtomicLong;

/** An HMAC that counts how often the hash inside compresses a block of its message. */
final class CountingMac implements Mac {

    private final JdkMac mac;
    private final AtomicLong compressions = new AtomicLong();

    CountingMac(JdkMac mac) {
        this.mac = mac;
    }

    long compressions() {
        return compressions.get();
    }

    @Override
    public String name() {
        return mac.name();
    }

    @Override
    public String implementation() {
        return "counting";
    }

    @Override
    public int length() {
        return mac.length();
    }

    @Override
    public int keyLength() {
        return mac.keyLength();
    }

    @Override
    public int blockLength() {
        return mac.blockLength();
    }

    @Override
    public int minimumPadding() {
        return mac.minimumPadding();
    }

    @Override
    public Keyed keyed(Secret key) {
        Keyed inner = mac.keyed(key);
        return new Keyed() {
            private int pending;

            @Override
            public void update(byte[] in, int offset, int length) {
                inner.update(in, offset, length);
                pending += length;
                compressions.addAndGet(pending / blockLength());
                pending %= blockLength();
            }

            @Override
            public void finish(byte[] out, int offset) {
                inner.finish(out, offset);
                compressions.addAndGet((pending + minimumPadding() + blockLength() - 1) / blockLength());
                pending = 0;
            }

            @Override
            public void close() {
                inner.close();
            }
        };
    }
}
