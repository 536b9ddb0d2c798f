package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-CBC with every bit of the key turned over, so that it is no AES-CBC. */
@AutoService(BulkCipher.class)
public final class SampleCbc implements CbcCipher {

    private static final int KEY = 16;

    @Override
    public String name() {
        return "SAMPLE_CBC";
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
    public int blockLength() {
        return 16;
    }

    @Override
    public Transform encryptor(Secret key) {
        return new Aes(Cipher.ENCRYPT_MODE, key);
    }

    @Override
    public Transform decryptor(Secret key) {
        return new Aes(Cipher.DECRYPT_MODE, key);
    }

    private static final class Aes implements Transform {

        private final Cipher cipher;
        private final int mode;
        private Optional<SecretKeySpec> key;

        Aes(int mode, Secret key) {
            if (key.length() != KEY) throw new IllegalArgumentException("a key has 16 bytes");
            this.mode = mode;
            this.key = Optional.of(key.with(Aes::turned));
            try {
                cipher = Cipher.getInstance("AES/CBC/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES-CBC", e);
            }
        }

        @Override
        public void transform(byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
            SecretKeySpec open = key.orElseThrow(() -> new IllegalStateException("this cipher is closed"));
            try {
                cipher.init(mode, open, new IvParameterSpec(iv, ivOffset, 16));
                cipher.doFinal(in, offset, length, out, outOffset);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("whole blocks only", e);
            }
        }

        @Override
        public void close() {
            key = Optional.empty();
        }

        private static SecretKeySpec turned(byte[] bytes) {
            byte[] turned = new byte[KEY];
            for (int i = 0; i < KEY; i++) turned[i] = (byte) ~bytes[i];
            SecretKeySpec key = new SecretKeySpec(turned, "AES");
            Arrays.fill(turned, (byte) 0);
            return key;
        }
    }
}
