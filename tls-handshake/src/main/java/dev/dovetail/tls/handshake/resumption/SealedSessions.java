package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionStore;
import dev.dovetail.tls.handshake.session.TicketKey;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A server's sessions, sealed: as tickets that clients bring back, or as entries of its store. Whatever goes wrong with
 * keys or store, there is no session then, and never a fault: a full handshake is made.
 *
 * @param config whose sessions
 */
public record SealedSessions(ServerConfig config) {

    private static final byte[] TICKET = "ticket".getBytes(StandardCharsets.US_ASCII);
    /** Bytes of a name in the store: that of the key in front, so that names of nobody's are not asked for. */
    private static final int ID_LENGTH = 32;
    // Choice: a client has to get it into its hello, beside all else; a chain of certificates usually takes 2 to 6 KiB.
    private static final int LONGEST = 1 << 14;

    /**
     * Seals a session for its client.
     *
     * @param session not closed
     * @return empty if there is no key now, or it is too long for a ticket
     */
    public Optional<byte[]> ticket(Session session) {
        return sealing(key -> seal(key, TICKET, session)).filter(ticket -> ticket.length <= LONGEST);
    }

    /**
     * Opens what a client brought.
     *
     * @param ticket of any content
     * @return the caller closes it; empty if it is no ticket of ours, or was changed
     */
    public Optional<Session> open(byte[] ticket) {
        return ticket.length < TicketSeal.SHORTEST ? Optional.empty() : open(TICKET, ticket);
    }

    /**
     * A new name for a session in the store.
     *
     * @param version of the session: what names one of TLS 1.2 is on the wire for all to see, and must take out none of
     *     TLS 1.3
     * @return 32 bytes; empty if there is no store, or no key now
     */
    public Optional<byte[]> freshId(ProtocolVersion version) {
        if (sessions().store().isEmpty()) return Optional.empty();
        return sealing(key -> {
            byte[] id = new byte[ID_LENGTH];
            config.random().nextBytes(id);
            System.arraycopy(key.name(), 0, id, 0, TicketKey.NAME_LENGTH);
            id[TicketKey.NAME_LENGTH] = (byte) version.code();
            return Optional.of(id);
        });
    }

    /**
     * Puts a session into the store. Nobody waits for that: a client that comes sooner makes a full handshake.
     *
     * @param id its name there
     * @param session not closed
     */
    public void keep(byte[] id, Session session) {
        sealing(key -> seal(key, id, session))
                .filter(box -> box.length <= LONGEST)
                .ifPresent(box -> ask(store -> store.put(id, box, session.lifetime()), false));
    }

    /**
     * Takes a session out of the store.
     *
     * @param id its name there
     */
    public void remove(byte[] id) {
        ask(store -> store.remove(id).thenApply(nothing -> true), true);
    }

    /**
     * Whether a client's word can be a name in the store.
     *
     * @param id of any content
     * @param version that the name has to be for
     * @return true if a key of ours made it; no store is asked
     */
    public boolean isId(byte[] id, ProtocolVersion version) {
        if (id.length != ID_LENGTH || sessions().store().isEmpty()) return false;
        if (id[TicketKey.NAME_LENGTH] != (byte) version.code()) return false;
        try {
            Optional<TicketKey> key =
                    sessions().keys().flatMap(keys -> keys.of(id, sessions().now()));
            key.ifPresent(TicketKey::close);
            return key.isPresent();
        } catch (RuntimeException unavailable) {
            return false;
        }
    }

    /**
     * Finds a session in the store.
     *
     * @param id its name there
     * @param once whether nobody may find it after that
     * @return never exceptional; the caller closes it
     */
    public CompletionStage<FoundSession> find(byte[] id, boolean once) {
        return ask(store -> once ? store.take(id) : store.find(id), Optional.<byte[]>empty())
                .thenApply(box -> new FoundSession(box.flatMap(bytes -> open(id, bytes))));
    }

    /**
     * Claims a ClientHello with early data for this server alone (RFC 8446 8.2).
     *
     * @param binder what is the same in each copy of the hello, and in no other one
     * @return never exceptional; false if somebody has it, or nobody can tell
     */
    public CompletionStage<Boolean> claim(byte[] binder) {
        // A copy is refused for its age once the window is over; a minute more for a member whose clock is behind.
        Duration memory = sessions().freshness().multipliedBy(2).plusMinutes(1);
        return ask(store -> store.claim(binder, memory), false);
    }

    private ServerSessions sessions() {
        return config.sessions();
    }

    private <T> CompletionStage<T> ask(Function<SessionStore, CompletionStage<T>> question, T otherwise) {
        Optional<SessionStore> store = sessions().store();
        if (store.isEmpty()) return CompletableFuture.completedFuture(otherwise);
        try {
            return question.apply(store.get()).exceptionally(unavailable -> otherwise);
        } catch (RuntimeException unavailable) {
            return CompletableFuture.completedFuture(otherwise);
        }
    }

    private <T> Optional<T> sealing(Function<TicketKey, Optional<T>> use) {
        try {
            Optional<TicketKey> current =
                    sessions().keys().flatMap(keys -> keys.sealing(sessions().now()));
            if (current.isEmpty()) return Optional.empty();
            try (TicketKey key = current.get()) {
                return use.apply(key);
            }
        } catch (RuntimeException unavailable) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> seal(TicketKey key, byte[] purpose, Session session) {
        try {
            byte[] plaintext = SessionCodec.write(session);
            try {
                return Optional.of(TicketSeal.seal(key, purpose, plaintext, config.random()));
            } finally {
                Arrays.fill(plaintext, (byte) 0);
            }
        } catch (CertificateException unwritable) {
            return Optional.empty();
        }
    }

    private Optional<Session> open(byte[] purpose, byte[] sealed) {
        try {
            Optional<TicketKey> found =
                    sessions().keys().flatMap(keys -> keys.of(sealed, sessions().now()));
            if (found.isEmpty()) return Optional.empty();
            try (TicketKey key = found.get()) {
                CertificateReader certificates =
                        new CertificateReader(config.selection().certificates());
                return TicketSeal.open(key, purpose, sealed).flatMap(bytes -> SessionCodec.read(bytes, certificates));
            }
        } catch (RuntimeException unavailable) {
            return Optional.empty();
        }
    }
}
