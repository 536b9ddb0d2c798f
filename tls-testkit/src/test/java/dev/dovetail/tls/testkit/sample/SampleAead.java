package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.BulkCipher;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CTR, then HMAC-SHA256 over nonce, additional data and ciphertext, cut to 16 bytes. The key is 16 bytes for AES
 * and 32 for the MAC.
 */
@AutoService(BulkCipher.class)
public final class SampleAead implements AeadCipher {

    private static final int AES_KEY = 16;
    private static final int MAC_KEY = 32;
    private static final int TAG = 16;

    @Override
    public String name() {
        return "SAMPLE_CTR_HMAC";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int keyLength() {
        return AES_KEY + MAC_KEY;
    }

    @Override
    public int nonceLength() {
        return 12;
    }

    @Override
    public int tagLength() {
        return TAG;
    }

    @Override
    public Tls12Nonce tls12Nonce() {
        return Tls12Nonce.XOR_SEQUENCE;
    }

    @Override
    public long recordLimit() {
        return 1L << 32;
    }

    @Override
    public Sealer sealer(Secret key) {
        return new SampleSealer(new Keys(key));
    }

    @Override
    public Opener opener(Secret key) {
        return new SampleOpener(new Keys(key));
    }

    /** AES and HMAC with their keys. */
    private static final class Keys {

        private final Cipher ctr;
        private final Mac mac;
        private Optional<SecretKeySpec> aesKey;

        Keys(Secret key) {
            if (key.length() != AES_KEY + MAC_KEY) throw new IllegalArgumentException("a key has 48 bytes");
            try {
                ctr = Cipher.getInstance("AES/CTR/NoPadding");
                mac = Mac.getInstance("HmacSHA256");
                aesKey = Optional.of(key.with(bytes -> new SecretKeySpec(bytes, 0, AES_KEY, "AES")));
                mac.init(key.with(bytes -> new SecretKeySpec(bytes, AES_KEY, MAC_KEY, "HmacSHA256")));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JDK has no AES-CTR or no HMAC-SHA256", e);
            }
        }

        Cipher ctr(byte[] nonce) throws GeneralSecurityException {
            ctr.init(Cipher.ENCRYPT_MODE, open(), new IvParameterSpec(Arrays.copyOf(nonce, 16)));
            return ctr;
        }

        byte[] tag(byte[] nonce, byte[] aad, int aadLength, byte[] text, int offset, int length) {
            open();
            mac.update(nonce);
            mac.update(ByteBuffer.allocate(4).putInt(aadLength).array());
            mac.update(aad, 0, aadLength);
            mac.update(text, offset, length);
            return Arrays.copyOf(mac.doFinal(), TAG);
        }

        /** The JDK's key objects can't be wiped; forgetting them is what is left. */
        void close() {
            aesKey = Optional.empty();
        }

        private SecretKeySpec open() {
            return aesKey.orElseThrow(() -> new IllegalStateException("this cipher is closed"));
        }
    }

    private record SampleSealer(Keys keys) implements Sealer {

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
            try {
                Cipher ctr = keys.ctr(nonce);
                int text = ctr.update(in, offset, length, out, outOffset);
                text += ctr.doFinal(suffix, 0, suffixLength, out, outOffset + text);
                byte[] tag = keys.tag(nonce, aad, aadLength, out, outOffset, text);
                System.arraycopy(tag, 0, out, outOffset + text, TAG);
                return text + TAG;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            keys.close();
        }
    }

    private record SampleOpener(Keys keys) implements Opener {

        @Override
        public int open(
                byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
            int text = length - TAG;
            if (text < 0) return -1;
            byte[] tag = keys.tag(nonce, aad, aadLength, in, offset, text);
            byte[] sent = Arrays.copyOfRange(in, offset + text, offset + length);
            if (!MessageDigest.isEqual(tag, sent)) return -1;
            try {
                return keys.ctr(nonce).doFinal(in, offset, text, out, outOffset);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            keys.close();
        }
    }
}
