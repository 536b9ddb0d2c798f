package dev.dovetail.tls.ciphers.aes;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** One JCA cipher with one key and one direction, used again for each record. For one thread at a time. */
final class KeyedCipher implements AutoCloseable {

    private final int mode;
    private final AesKey key;
    private final AlgorithmParameterSpec blank;
    private @Nullable Cipher cipher;

    /**
     * Takes the key over.
     *
     * @param mode {@link Cipher#ENCRYPT_MODE} or {@link Cipher#DECRYPT_MODE}
     * @param blank parameters that go with a key of zeros when the real key is to be forgotten
     */
    KeyedCipher(int mode, Cipher cipher, AesKey key, AlgorithmParameterSpec blank) {
        this.mode = mode;
        this.cipher = cipher;
        this.key = key;
        this.blank = blank;
    }

    /** The cipher, ready for one message. */
    Cipher begin(AlgorithmParameterSpec parameters) throws GeneralSecurityException {
        Cipher ready = running();
        ready.init(mode, key, parameters);
        return ready;
    }

    /** The cipher, as the last call left it. */
    Cipher running() {
        Cipher ready = cipher;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        return ready;
    }

    /**
     * Wipes the key. The JCA can't destroy a cipher's key schedule, but taking a new key makes SunJCE overwrite the old
     * one, so the cipher gets a key of zeros before it is dropped.
     */
    @Override
    public void close() {
        Cipher last = cipher;
        if (last == null) return;
        cipher = null;
        key.destroy();
        try {
            last.init(mode, key.blank(), blank);
        } catch (GeneralSecurityException e) {
            // The provider keeps its copy until it is collected: nothing more can be done, and closing must not fail.
            return;
        }
    }
}
