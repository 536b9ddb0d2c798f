package dev.dovetail.tls.handshake.session;

import dev.dovetail.tls.api.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A key that seals sessions, with the time in which it does. It seals new tickets first, opens old ones for longer, and is
 * then retired (RFC 5077 5.5). Sealed is with AES-256-GCM.
 */
public final class TicketKey implements AutoCloseable {

    /** Bytes of a name, which stands in front of each ticket. */
    public static final int NAME_LENGTH = 16;

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    private final byte[] name;
    private final Secret key;
    private final Instant sealsFrom;
    private final Instant sealsUntil;
    private final Instant opensUntil;

    private TicketKey(byte[] name, Secret key, Instant sealsFrom, Instant sealsUntil, Instant opensUntil) {
        this.name = name;
        this.key = key;
        this.sealsFrom = sealsFrom;
        this.sealsUntil = sealsUntil;
        this.opensUntil = opensUntil;
    }

    /**
     * A key that exists already.
     *
     * @param name 16 bytes that no other key has; copied
     * @param key 32 bytes, taken over
     * @param sealsFrom when it begins to seal; it opens before that, for a member whose clock is behind
     * @param sealsUntil when another one has to seal
     * @param opensUntil when it is retired
     * @return the key; the caller closes it
     * @throws IllegalArgumentException if a length is wrong or the times are not in their order; the secret is closed then
     */
    public static TicketKey of(byte[] name, Secret key, Instant sealsFrom, Instant sealsUntil, Instant opensUntil) {
        if (name.length != NAME_LENGTH || key.length() != LENGTH) {
            key.close();
            throw new IllegalArgumentException("a ticket key has a name of 16 bytes and 32 bytes of key");
        }
        if (sealsUntil.isBefore(sealsFrom) || opensUntil.isBefore(sealsUntil)) {
            key.close();
            throw new IllegalArgumentException("a ticket key seals first, and opens at least as long: " + sealsFrom
                    + ", " + sealsUntil + ", " + opensUntil);
        }
        return new TicketKey(name.clone(), key, sealsFrom, sealsUntil, opensUntil);
    }

    /**
     * A new key.
     *
     * @param random source of name and key
     * @param sealsFrom when it begins to seal
     * @param seals how long it seals
     * @param opens how much longer it opens: the lifetime of what it seals
     * @return the key; the caller closes it
     */
    public static TicketKey fresh(SecureRandom random, Instant sealsFrom, Duration seals, Duration opens) {
        byte[] name = new byte[NAME_LENGTH];
        byte[] key = new byte[LENGTH];
        random.nextBytes(name);
        random.nextBytes(key);
        Instant sealsUntil = sealsFrom.plus(seals);
        return of(name, Secret.of(key), sealsFrom, sealsUntil, sealsUntil.plus(opens));
    }

    /**
     * The key's name.
     *
     * @return a copy, 16 bytes
     */
    public byte[] name() {
        return name.clone();
    }

    /**
     * Whether it has this name.
     *
     * @param other holds the name
     * @param offset where it begins
     * @return false also if there are fewer than 16 bytes
     */
    public boolean isNamed(byte[] other, int offset) {
        return other.length - offset >= NAME_LENGTH
                && Arrays.equals(name, 0, NAME_LENGTH, other, offset, offset + NAME_LENGTH);
    }

    /**
     * The key itself.
     *
     * @return 32 bytes, closed with this
     */
    public Secret key() {
        return key;
    }

    /**
     * When it begins to seal.
     *
     * @return the first moment
     */
    public Instant sealsFrom() {
        return sealsFrom;
    }

    /**
     * When another key has to seal.
     *
     * @return the first moment in which it does not
     */
    public Instant sealsUntil() {
        return sealsUntil;
    }

    /**
     * When it is retired.
     *
     * @return the first moment in which it does not open
     */
    public Instant opensUntil() {
        return opensUntil;
    }

    /**
     * Whether it seals.
     *
     * @param now the moment
     * @return true between its times
     */
    public boolean seals(Instant now) {
        return !now.isBefore(sealsFrom) && now.isBefore(sealsUntil);
    }

    /**
     * Whether it opens.
     *
     * @param now the moment
     * @return true until it is retired
     */
    public boolean opens(Instant now) {
        return now.isBefore(opensUntil);
    }

    /**
     * The same key with a secret of its own.
     *
     * @return the caller closes it
     */
    public TicketKey copy() {
        return new TicketKey(name, key.copy(), sealsFrom, sealsUntil, opensUntil);
    }

    /** Forgets the key. */
    @Override
    public void close() {
        key.close();
    }

    /** Its name and times; never the key. */
    @Override
    public String toString() {
        return "TicketKey[" + HexFormat.of().formatHex(name, 0, 4) + "…, seals " + sealsFrom + " to " + sealsUntil
                + ", opens until " + opensUntil + "]";
    }
}
