package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.StreamCipher;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-CTR from block 0 on, running on from record to record. */
@AutoService(BulkCipher.class)
public final class SampleStream implements StreamCipher {

    private static final int KEY = 16;

    @Override
    public String name() {
        return "SAMPLE_STREAM";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int keyLength() {
        return KEY;
    }

    @Override
    public Transform encryptor(Secret key) {
        return new KeyStream(key);
    }

    @Override
    public Transform decryptor(Secret key) {
        return new KeyStream(key);
    }

    private static final class KeyStream implements Transform {

        private final Cipher cipher;
        private boolean closed;

        KeyStream(Secret key) {
            try {
                cipher = Cipher.getInstance("AES/CTR/NoPadding");
                SecretKeySpec aes = key.with(bytes -> new SecretKeySpec(bytes, "AES"));
                cipher.init(Cipher.ENCRYPT_MODE, aes, new IvParameterSpec(new byte[16]));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("a key has 16 bytes", e);
            }
        }

        @Override
        public void transform(byte[] in, int offset, int length, byte[] out, int outOffset) {
            if (closed) throw new IllegalStateException("this cipher is closed");
            try {
                cipher.update(in, offset, length, out, outOffset);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("the output is too short", e);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
