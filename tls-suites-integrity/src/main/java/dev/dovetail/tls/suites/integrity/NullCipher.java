package dev.dovetail.tls.suites.integrity;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.StreamCipher;

/** The identity (RFC 5246 6.2.3.1): the MAC behind the content is all that protects it. */
@AutoService(BulkCipher.class)
public final class NullCipher implements StreamCipher {

    static final String NAME = "NULL";

    /** For the ServiceLoader and {@code Catalog.of}. */
    public NullCipher() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String implementation() {
        return "Dovetail";
    }

    @Override
    public int keyLength() {
        return 0;
    }

    @Override
    public Transform encryptor(Secret key) {
        return transform(key);
    }

    @Override
    public Transform decryptor(Secret key) {
        return transform(key);
    }

    private static Transform transform(Secret key) {
        if (key.length() != 0) {
            throw new IllegalArgumentException("the key has " + key.length() + " bytes, not 0");
        }
        return new Copy();
    }

    /** It has no state but whether it was closed. */
    private static final class Copy implements Transform {

        private boolean closed;

        @Override
        public void transform(byte[] in, int offset, int length, byte[] out, int outOffset) {
            if (closed) throw new IllegalStateException("this cipher is closed");
            System.arraycopy(in, offset, out, outOffset, length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
