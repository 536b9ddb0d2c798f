package dev.dovetail.tls.sessions;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.session.TicketKey;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A key as it stands in a file, with the times that it was given there. */
record KeyLine(
        byte[] name,
        Secret key,
        Optional<Instant> sealsFrom,
        Optional<Instant> sealsUntil,
        Optional<Instant> opensUntil)
        implements AutoCloseable {

    /** Name and key of 32 bytes. */
    static final int SHORT = TicketKey.NAME_LENGTH + TicketKey.LENGTH;

    /** Name and two keys of 32 bytes, as nginx and OpenSSL have them: one for AES, one for HMAC. */
    static final int LONG = SHORT + TicketKey.LENGTH;

    // A key that was given no end opens until its file goes. Far enough, and still a date in four digits.
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    /** A key without times, of 48 or 80 bytes, which are not modified. */
    static KeyLine of(byte[] raw) {
        byte[] name = Arrays.copyOf(raw, TicketKey.NAME_LENGTH);
        int rest = raw.length - TicketKey.NAME_LENGTH;
        // Choice: of two keys one is made, which depends on every byte of both.
        Secret key = rest == TicketKey.LENGTH
                ? Secret.copyOf(raw, TicketKey.NAME_LENGTH, rest)
                : Secret.of(sha256(raw, TicketKey.NAME_LENGTH, rest));
        return new KeyLine(name, key, Optional.empty(), Optional.empty(), Optional.empty());
    }

    KeyLine with(Optional<Instant> from, Optional<Instant> until, Optional<Instant> opens) {
        return new KeyLine(name, key, from, until, opens);
    }

    /** Whether it was said when it seals. */
    boolean isTimed() {
        return sealsFrom.isPresent() || sealsUntil.isPresent();
    }

    /**
     * The key, which takes the secret over.
     *
     * @param newest whether it is the one that seals, if nobody said when
     */
    TicketKey toTicketKey(boolean newest) throws IOException {
        Instant from = sealsFrom.orElse(Instant.EPOCH);
        Instant opens = opensUntil.orElse(END);
        Instant until = sealsUntil.orElse(isTimed() || newest ? opens : from);
        try {
            return TicketKey.of(name, key, from, until, opens);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        key.close();
    }

    private static byte[] sha256(byte[] bytes, int offset, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, offset, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }

    /** Its times; neither name nor key. */
    @Override
    public String toString() {
        return "KeyLine[" + sealsFrom + ", " + sealsUntil + ", " + opensUntil + "]";
    }
}
