package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.spi.CbcCipher;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/** Encrypts or decrypts whole blocks with AES-CBC; each call begins with its own IV. */
final class CbcTransform implements CbcCipher.Transform {

    private final KeyedCipher keyed;

    CbcTransform(int mode, Cipher cipher, AesKey key) {
        keyed = new KeyedCipher(mode, cipher, key, new IvParameterSpec(new byte[AesCbc.BLOCK]));
    }

    @Override
    public void transform(byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
        if (length % AesCbc.BLOCK != 0) {
            throw new IllegalArgumentException(length + " bytes are not whole blocks of " + AesCbc.BLOCK);
        }
        Objects.checkFromIndexSize(outOffset, length, out.length);
        try {
            Cipher cipher = keyed.begin(new IvParameterSpec(iv, ivOffset, AesCbc.BLOCK));
            cipher.doFinal(in, offset, length, out, outOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CBC failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
