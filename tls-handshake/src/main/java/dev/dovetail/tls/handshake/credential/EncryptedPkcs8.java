package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Collection;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** A private key under a password (RFC 5958 3, RFC 8018). */
final class EncryptedPkcs8 {

    private static final String PBES2 = "1.2.840.113549.1.5.13";

    private EncryptedPkcs8() {}

    static PrivateKey key(byte[] der, char @Nullable [] password, Collection<? extends SignatureScheme> schemes) {
        if (password == null) {
            throw new IllegalArgumentException("the private key is encrypted: give its password");
        }
        byte[] plain = decrypt(der, password);
        try {
            // Once in 256 times a wrong password leaves what looks like good padding.
            if (!Pkcs8.hasForm(plain)) throw wrongPassword();
            return Pkcs8.key(plain, schemes);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] decrypt(byte[] der, char[] password) {
        PBEKeySpec spec = new PBEKeySpec(password);
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            AlgorithmParameters parameters = info.getAlgParameters();
            if (parameters == null) throw unsupported(info.getAlgName(), null);
            // The JDK tells which cipher and PRF PBES2 has only in the parameters' text, which is what it wants back.
            String name = info.getAlgName();
            String algorithm = name.equals("PBES2") || name.equals(PBES2) ? parameters.toString() : name;
            SecretKey secret = SecretKeyFactory.getInstance(algorithm).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
            return cipher.doFinal(info.getEncryptedData());
        } catch (BadPaddingException | InvalidKeyException wrong) {
            throw wrongPassword();
        } catch (IOException | GeneralSecurityException unsupported) {
            throw unsupported(String.valueOf(unsupported.getMessage()), unsupported);
        } finally {
            spec.clearPassword();
        }
    }

    private static IllegalArgumentException wrongPassword() {
        return new IllegalArgumentException("the password does not open the private key");
    }

    private static IllegalArgumentException unsupported(String what, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "the private key is encrypted in a way that this JDK does not have (" + what
                        + "): convert it with openssl pkcs8 -topk8 -v2 aes-256-cbc",
                cause);
    }
}
