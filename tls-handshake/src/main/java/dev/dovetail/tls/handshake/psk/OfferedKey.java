package dev.dovetail.tls.handshake.psk;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A key as TLS 1.3 uses it: bound to one hash, under the name that stands on the wire.
 *
 * @param identity the name, not changed
 * @param key owned by this
 * @param hash the hash that it is bound to
 * @param binderLabel how its binder is told from others: {@code ext binder}, {@code res binder}, {@code imp binder} (RFC
 *     8446 7.1, RFC 9258 5.2)
 * @param session the session that a ticket stands for, whose secret is the key; empty for a key that no ticket brought
 */
public record OfferedKey(byte[] identity, Secret key, HashAlgorithm hash, String binderLabel, Optional<Session> session)
        implements AutoCloseable {

    private static final long AGES = 1L << 32;

    /**
     * The key of a session (RFC 8446 4.6.1).
     *
     * @param ticket what stands for it on the wire
     * @param session taken over
     * @param hash of its suite
     * @return the caller closes it
     */
    public static OfferedKey of(byte[] ticket, Session session, HashAlgorithm hash) {
        return new OfferedKey(ticket, session.secret(), hash, "res binder", Optional.of(session));
    }

    /**
     * How old the ticket is, so that nobody else can tell (RFC 8446 4.2.11.1).
     *
     * @param now the moment
     * @return 32 bits; 0 for a key that no ticket brought
     */
    public long obfuscatedAge(Instant now) {
        return session.map(one ->
                        Math.floorMod(Duration.between(one.issued(), now).toMillis() + one.ageAdd(), AGES))
                .orElse(0L);
    }

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
