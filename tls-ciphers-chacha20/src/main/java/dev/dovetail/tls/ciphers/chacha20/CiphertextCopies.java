package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.spi.Shelf;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Where the JDK's cipher is to find its ciphertext. As measured on JDK 17 it decrypts from the caller's array only what begins
 * that array; anything else, as all that follows a record's header, it copies twice, into new arrays. One copy into an array
 * that is kept costs less. Ciphertext is public, so it may lie there. The arrays belong to no connection, since an idle one
 * should not hold what only a call needs. For many threads at once.
 */
final class CiphertextCopies {

    /** The first that decrypts from any place, by the JDK's sources; 25 was measured to. */
    private static final int CURED = 22;

    /** The longest that is kept: a record's ciphertext in TLS 1.2 (RFC 5246 6.2.3), the longest of all. */
    private static final int RECORD = (1 << 14) + 2048;

    private final boolean needed;
    private final Shelf<byte[]> idle = new Shelf<>();

    /** As this JDK needs them. */
    CiphertextCopies() {
        this(Runtime.version().feature() < CURED);
    }

    CiphertextCopies(boolean needed) {
        this.needed = needed;
    }

    /** Ends a decryption that was begun. */
    int doFinal(Cipher cipher, byte[] in, int offset, int length, byte[] out, int outOffset)
            throws GeneralSecurityException {
        if (!needed || offset == 0) return cipher.doFinal(in, offset, length, out, outOffset);
        if (length > RECORD) return cipher.doFinal(in, offset, length, out, outOffset);
        byte[] kept = idle.take();
        byte[] copy = kept != null ? kept : new byte[RECORD];
        System.arraycopy(in, offset, copy, 0, length);
        try {
            return cipher.doFinal(copy, 0, length, out, outOffset);
        } finally {
            idle.put(copy);
        }
    }
}
