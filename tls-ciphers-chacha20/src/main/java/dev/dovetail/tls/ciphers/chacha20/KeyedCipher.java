package dev.dovetail.tls.ciphers.chacha20;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.jspecify.annotations.Nullable;

/** One JCA cipher with one key and one direction, used again for each record. For one thread at a time. */
final class KeyedCipher implements AutoCloseable {

    private final int mode;
    private final ChaCha20Key key;
    private @Nullable Cipher cipher;

    /**
     * Takes the key over.
     *
     * @param mode {@link Cipher#ENCRYPT_MODE} or {@link Cipher#DECRYPT_MODE}
     */
    KeyedCipher(int mode, Cipher cipher, ChaCha20Key key) {
        this.mode = mode;
        this.cipher = cipher;
        this.key = key;
    }

    /** The cipher, ready for one message. */
    Cipher begin(byte[] nonce) throws GeneralSecurityException {
        Cipher ready = cipher;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        ChaCha20Poly1305Cipher.checkNonce(nonce);
        IvParameterSpec parameters = new IvParameterSpec(nonce);
        try {
            ready.init(mode, key, parameters);
        } catch (InvalidKeyException e) {
            if (mode == Cipher.ENCRYPT_MODE) throw e;
            // JDK 17 refuses the last nonce even to decrypt with it. But trying a nonce again is right while a server
            // skips early data that it can't read (RFC 8446 4.2.10), so another key in between makes the JDK forget it.
            forget(ready);
            ready.init(mode, key, parameters);
        }
        return ready;
    }

    /**
     * Wipes the key. The JCA can't destroy a cipher's state, but taking a new key makes SunJCE overwrite the old one,
     * so the cipher gets a key of zeros before it is dropped.
     */
    @Override
    public void close() {
        Cipher last = cipher;
        if (last == null) return;
        cipher = null;
        key.destroy();
        try {
            forget(last);
        } catch (GeneralSecurityException e) {
            // The provider keeps its copy until it is collected: nothing more can be done, and closing must not fail.
            return;
        }
    }

    private void forget(Cipher keyed) throws GeneralSecurityException {
        keyed.init(mode, ChaCha20Key.blank(), new IvParameterSpec(new byte[ChaCha20Poly1305Cipher.NONCE]));
    }
}
