package dev.dovetail.tls.api.event;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import java.util.Optional;

/** Something that happened on a connection. */
public sealed interface TlsEvent {

    /** Which way bytes went. */
    enum Direction {
        /** From the peer. */
        READ,
        /** To the peer. */
        WRITE
    }

    /**
     * A record was read or written.
     *
     * @param direction which way
     * @param contentType what it carries: 20 change_cipher_spec, 21 alert, 22 handshake, 23 application_data
     * @param plaintextLength bytes of content, without padding
     * @param wireLength bytes on the wire with the header
     * @param isProtected whether it was encrypted or authenticated
     * @param sequence its number under its key, from 0
     */
    record Record(
            Direction direction,
            int contentType,
            int plaintextLength,
            int wireLength,
            boolean isProtected,
            long sequence)
            implements TlsEvent {}

    /**
     * A handshake message was read or written.
     *
     * @param direction which way
     * @param type its number
     * @param name its name, for example {@code ClientHello}
     * @param bytes header and body
     */
    record Message(Direction direction, int type, String name, byte[] bytes) implements TlsEvent {}

    /**
     * A field of a handshake message was read or written.
     *
     * @param direction which way
     * @param path for example {@code ClientHello.legacy_version}
     * @param offset where it begins in the message's body
     * @param value its bytes
     */
    record Field(Direction direction, String path, int offset, byte[] value) implements TlsEvent {}

    /**
     * The state changed.
     *
     * @param from name of the state before
     * @param to name of the state after
     */
    record State(String from, String to) implements TlsEvent {}

    /**
     * Something was settled.
     *
     * @param subject what, for example {@code cipher suite}
     * @param choice the choice
     * @param reason the rule that made it
     */
    record Negotiated(String subject, String choice, String reason) implements TlsEvent {}

    /**
     * A secret was derived.
     *
     * @param label its label in NSS key log form, for example {@code CLIENT_HANDSHAKE_TRAFFIC_SECRET}
     * @param clientRandom 32 bytes that name the connection
     * @param length its length in bytes
     * @param value the secret itself, only where the configuration says so; the observer closes it
     */
    record SecretDerived(String label, byte[] clientRandom, int length, Optional<Secret> value) implements TlsEvent {}

    /**
     * Keys came into use.
     *
     * @param direction for which way
     * @param keys what they are, for example {@code handshake AES_128_GCM}
     */
    record KeysInstalled(Direction direction, String keys) implements TlsEvent {}

    /**
     * An alert was read or written.
     *
     * @param direction which way
     * @param fatal whether it ends the connection with an error
     * @param alert which
     * @param fault the fault behind one that we send
     */
    record AlertSeen(Direction direction, boolean fatal, Alert alert, Optional<TlsFault> fault) implements TlsEvent {}

    /**
     * A slow step began or ended.
     *
     * @param name what it does, for example {@code sign CertificateVerify}
     * @param finished false at its begin, true at its end
     */
    record Task(String name, boolean finished) implements TlsEvent {}
}
