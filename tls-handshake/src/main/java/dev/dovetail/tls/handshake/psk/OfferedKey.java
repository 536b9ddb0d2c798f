package dev.dovetail.tls.handshake.psk;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.handshake.key.Hkdf;

/**
 * A key as TLS 1.3 uses it: bound to one hash, under the name that stands on the wire.
 *
 * @param identity the name, not changed
 * @param key owned by this
 * @param hash the hash that it is bound to
 * @param binderLabel how its binder is told from others: {@code ext binder}, {@code imp binder} (RFC 8446 7.1, RFC 9258
 *     5.2)
 */
public record OfferedKey(byte[] identity, Secret key, HashAlgorithm hash, String binderLabel) implements AutoCloseable {

    /**
     * The binder: a MAC by this key over the handshake up to, and without, the list of binders (RFC 8446 4.2.11.2).
     *
     * @param transcriptHash by this key's hash
     * @return the hash's length in bytes
     */
    public byte[] binder(byte[] transcriptHash) {
        Hkdf hkdf = new Hkdf(hash);
        try (Secret zeros = hkdf.zeros();
                Secret early = hkdf.extract(zeros, key);
                Secret binderKey = hkdf.derive(early, binderLabel, hkdf.emptyHash())) {
            return hkdf.finished(binderKey, transcriptHash);
        }
    }

    @Override
    public void close() {
        key.close();
    }

    /** The name: never a byte of the key. */
    @Override
    public String toString() {
        return "OfferedKey[" + IdentityText.of(identity) + ", " + hash.name() + "]";
    }
}
