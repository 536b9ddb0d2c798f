package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's AEADs, as plainly as can be. */
record JdkAead(String name, int keyLength, Tls12Nonce tls12Nonce, long recordLimit) implements AeadCipher {

    static JdkAead aes128Gcm() {
        return new JdkAead("AES_128_GCM", 16, Tls12Nonce.EXPLICIT, 1L << 24);
    }

    static JdkAead chacha20Poly1305() {
        return new JdkAead("CHACHA20_POLY1305", 32, Tls12Nonce.XOR_SEQUENCE, Long.MAX_VALUE);
    }

    JdkAead withRecordLimit(long limit) {
        return new JdkAead(name, keyLength, tls12Nonce, limit);
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public int nonceLength() {
        return 12;
    }

    @Override
    public int tagLength() {
        return 16;
    }

    @Override
    public Sealer sealer(Secret key) {
        SecretKeySpec spec = key.with(this::spec);
        return new Sealer() {
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
                    Cipher cipher = cipher(Cipher.ENCRYPT_MODE, spec, nonce, aad, aadLength);
                    int written = cipher.update(in, offset, length, out, outOffset);
                    return written + cipher.doFinal(suffix, 0, suffixLength, out, outOffset + written);
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Opener opener(Secret key) {
        SecretKeySpec spec = key.with(this::spec);
        return new Opener() {
            @Override
            public int open(
                    byte[] nonce,
                    byte[] aad,
                    int aadLength,
                    byte[] in,
                    int offset,
                    int length,
                    byte[] out,
                    int outOffset) {
                if (length < tagLength()) return -1;
                try {
                    Cipher cipher = cipher(Cipher.DECRYPT_MODE, spec, nonce, aad, aadLength);
                    byte[] plaintext = cipher.doFinal(in, offset, length);
                    System.arraycopy(plaintext, 0, out, outOffset, plaintext.length);
                    return plaintext.length;
                } catch (AEADBadTagException bad) {
                    return -1;
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }

            @Override
            public void close() {}
        };
    }

    private boolean isGcm() {
        return name.endsWith("GCM");
    }

    private SecretKeySpec spec(byte[] key) {
        return new SecretKeySpec(key, isGcm() ? "AES" : "ChaCha20");
    }

    private Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] aad, int aadLength)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(isGcm() ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
        AlgorithmParameterSpec parameters = isGcm() ? new GCMParameterSpec(128, nonce) : new IvParameterSpec(nonce);
        cipher.init(mode, key, parameters);
        cipher.updateAAD(aad, 0, aadLength);
        return cipher;
    }
}
