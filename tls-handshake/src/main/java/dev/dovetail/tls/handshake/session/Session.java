package dev.dovetail.tls.handshake.session;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a handshake so that the next one can go without public keys (RFC 5246 7.3, RFC 8446 2.2).
 *
 * @param name 16 bytes: what its tickets and its resumptions have in common
 * @param version its version; it is resumed in no other
 * @param suite the number of its suite; TLS 1.2 resumes with this one alone, TLS 1.3 with any of the same hash
 * @param secret the master secret of TLS 1.2, or the key of a ticket of TLS 1.3; closed by {@link #close()}
 * @param established when the peers last showed who they are
 * @param issued when it was given to the client, in milliseconds
 * @param lifetime how long from then it may be resumed
 * @param ageAdd hides the age of a ticket of TLS 1.3 (RFC 8446 4.2.11.1)
 * @param mostEarlyData how much early data it allows, 0 for none
 * @param recordLimit the most content that the peer took in one record: early data goes by it (RFC 8449 4)
 * @param serverName the host that the client asked for
 * @param applicationProtocol the protocol of RFC 7301
 * @param peer who was on the other side
 * @param encryptThenMac whether the ciphertext is MACed (RFC 7366); only in TLS 1.2
 * @param scope which configurations of a server may resume it; empty on a client
 */
public record Session(
        byte[] name,
        ProtocolVersion version,
        int suite,
        Secret secret,
        Instant established,
        Instant issued,
        Duration lifetime,
        long ageAdd,
        long mostEarlyData,
        int recordLimit,
        Optional<String> serverName,
        Optional<String> applicationProtocol,
        SessionPeer peer,
        boolean encryptThenMac,
        byte[] scope)
        implements AutoCloseable {

    /** Bytes of a name. */
    public static final int NAME_LENGTH = 16;

    /** RFC 8446 4.6.1: no session is resumed later, however often it was renewed. */
    public static final Duration LONGEST = Duration.ofDays(7);

    // Choice: members of a fleet have clocks of their own; what is further ahead than this was not issued by them.
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * When it may not be resumed any more: its lifetime is over, the peers have shown who they are too long ago, or the
     * peer's certificate is no longer valid.
     *
     * @return the first such moment
     */
    public Instant expires() {
        Instant end = earlier(issued.plus(lifetime), established.plus(LONGEST));
        return peer.validUntil().map(last -> earlier(end, last)).orElse(end);
    }

    /**
     * Whether it may be resumed as far as time goes.
     *
     * @param now the moment
     * @return false also if it was issued later than that by more than a minute: some clock is wrong then
     */
    public boolean fresh(Instant now) {
        return now.isBefore(expires()) && issued.minus(SKEW).isBefore(now);
    }

    /**
     * What a connection tells of it.
     *
     * @return name and time
     */
    public SessionFacts facts() {
        return new SessionFacts(name, established);
    }

    /**
     * The same with a secret of its own.
     *
     * @return the caller closes it
     */
    public Session copy() {
        return new Session(
                name,
                version,
                suite,
                secret.copy(),
                established,
                issued,
                lifetime,
                ageAdd,
                mostEarlyData,
                recordLimit,
                serverName,
                applicationProtocol,
                peer,
                encryptThenMac,
                scope);
    }

    /** Forgets the secret. */
    @Override
    public void close() {
        secret.close();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Session[" + facts() + ", " + version + ", issued " + issued + ", for " + serverName.orElse("no name")
                + "]";
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
