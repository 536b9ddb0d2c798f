package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.spi.StreamCipher;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** One key stream, which runs on from record to record. */
final class Rc4Transform implements StreamCipher.Transform {

    private @Nullable Cipher cipher;

    /** Takes the key over, and wipes it once the cipher has made its own of it. */
    Rc4Transform(Cipher cipher, LegacyKey key) throws GeneralSecurityException {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key);
        } finally {
            key.destroy();
        }
        this.cipher = cipher;
    }

    @Override
    public void transform(byte[] in, int offset, int length, byte[] out, int outOffset) {
        Cipher ready = cipher;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, length, out.length);
        try {
            ready.update(in, offset, length, out, outOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RC4 failed", e);
        }
    }

    /** Drops the key: a key of zeros makes SunJCE overwrite the old one and the state that came of it. */
    @Override
    public void close() {
        Cipher last = cipher;
        if (last == null) return;
        cipher = null;
        try {
            last.init(Cipher.ENCRYPT_MODE, LegacyKey.blank(16, Rc4.ALGORITHM));
        } catch (GeneralSecurityException e) {
            // The provider keeps its copy until it is collected: nothing more can be done, and closing must not fail.
            return;
        }
    }
}
