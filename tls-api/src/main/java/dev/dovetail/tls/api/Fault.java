package dev.dovetail.tls.api;

import org.jspecify.annotations.Nullable;

/**
 * Every way in which a connection can fail: a stable name for programs, the alert that the peer is told, and the rule
 * that was broken. A fault marked {@link Origin#PEER} is something the peer did; {@link Origin#OWN} is ours, or our
 * configuration's.
 */
public enum Fault {
    // ---- records
    /** A content type that does not exist. */
    RECORD_TYPE_UNKNOWN(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5"),
    /** A record version that no TLS has. */
    RECORD_VERSION_BAD(Alert.PROTOCOL_VERSION, "RFC 8446 5.1"),
    /** A record longer than 2^14 + 2048 (1.2) or 2^14 + 256 (1.3) bytes. */
    RECORD_TOO_LONG(Alert.RECORD_OVERFLOW, "RFC 8446 5.2"),
    /** More plaintext in a record than 2^14 bytes or the limit that we sent. */
    PLAINTEXT_TOO_LONG(Alert.RECORD_OVERFLOW, "RFC 8446 5.2, RFC 8449 4"),
    /** A record that is too short for its protection, or whose MAC, tag or padding is wrong. */
    RECORD_NOT_AUTHENTIC(Alert.BAD_RECORD_MAC, "RFC 8446 5.2, RFC 5246 6.2.3"),
    /** A TLS 1.3 record whose plaintext is nothing but padding. */
    RECORD_ALL_PADDING(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5.4"),
    /** A handshake or alert record without content. */
    RECORD_EMPTY(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5.1"),
    /** An unprotected record where only protected ones may come, or the other way round. */
    RECORD_PROTECTION_WRONG(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5"),
    /** Too many records in a row that carry nothing. */
    EMPTY_RECORD_FLOOD(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5.1"),
    /** Too many warning alerts in a row. */
    WARNING_FLOOD(Alert.UNEXPECTED_MESSAGE, "RFC 5246 7.2"),
    /** More KeyUpdates and tickets than a peer can need. */
    POST_HANDSHAKE_FLOOD(Alert.UNEXPECTED_MESSAGE, "RFC 8446 4.6"),
    /** A key of ours has protected as many records as it may, and was not changed. */
    KEY_WORN_OUT(Alert.INTERNAL_ERROR, "RFC 8446 5.5", Origin.OWN),
    /** The record sequence number would wrap. */
    SEQUENCE_EXHAUSTED(Alert.INTERNAL_ERROR, "RFC 8446 5.3", Origin.OWN),
    /** A handshake message that crosses a change of keys, or is interleaved with other types. */
    MESSAGE_ACROSS_KEY_CHANGE(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5.1"),
    /** Another record type between the fragments of a handshake message. */
    MESSAGE_INTERLEAVED(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5.1"),
    /** An alert of a length other than two bytes, or split. */
    ALERT_MALFORMED(Alert.DECODE_ERROR, "RFC 8446 6"),
    /** An alert with a level that does not exist. */
    ALERT_LEVEL_BAD(Alert.ILLEGAL_PARAMETER, "RFC 5246 7.2"),
    /** A ChangeCipherSpec that is not the single byte 1. */
    CHANGE_CIPHER_SPEC_MALFORMED(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5, RFC 5246 7.1"),
    /** A ChangeCipherSpec where none is due. */
    CHANGE_CIPHER_SPEC_UNEXPECTED(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5, RFC 5246 7.1"),
    /** Application data before the handshake is done. */
    APPLICATION_DATA_UNEXPECTED(Alert.UNEXPECTED_MESSAGE, "RFC 8446 5"),

    // ---- messages
    /** A message or field that can't be parsed: wrong length, trailing bytes, a value outside its form. */
    DECODE_ERROR(Alert.DECODE_ERROR, "RFC 8446 6.2"),
    /** A message that is not due in this state. */
    MESSAGE_UNEXPECTED(Alert.UNEXPECTED_MESSAGE, "RFC 8446 4"),
    /** A handshake message longer than the limit of the configuration. */
    MESSAGE_TOO_LONG(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.4.2"),
    /** compression methods without null, or with more in TLS 1.3. */
    COMPRESSION_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.2"),
    /** The same extension twice in one message. */
    EXTENSION_DUPLICATE(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2"),
    /** An extension in a message where it has no place. */
    EXTENSION_MISPLACED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2"),
    /** An answer to an extension that was not offered. */
    EXTENSION_UNSOLICITED(Alert.UNSUPPORTED_EXTENSION, "RFC 8446 4.2, RFC 5246 7.4.1.4"),
    /** An extension that this handshake can't do without. */
    EXTENSION_MISSING(Alert.MISSING_EXTENSION, "RFC 8446 9.2"),
    /** pre_shared_key is not the last extension of the ClientHello. */
    PRE_SHARED_KEY_NOT_LAST(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2.11"),
    /** pre_shared_key does not have one binder for each identity. */
    PRE_SHARED_KEY_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2.11"),
    /** A third-party extension refused what the peer sent. */
    EXTENSION_REFUSED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2"),

    // ---- negotiation
    /** No protocol version in common. */
    NO_COMMON_VERSION(Alert.PROTOCOL_VERSION, "RFC 8446 4.2.1"),
    /** The server chose a version that was not offered. */
    VERSION_NOT_OFFERED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2.1"),
    /** The server's random says that somebody forced an older version. */
    DOWNGRADE_DETECTED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.3"),
    /** TLS_FALLBACK_SCSV together with a version below our best. */
    FALLBACK_INAPPROPRIATE(Alert.INAPPROPRIATE_FALLBACK, "RFC 7507 3"),
    /** No suite that both sides would use. */
    NO_COMMON_SUITE(Alert.HANDSHAKE_FAILURE, "RFC 8446 4.1.1"),
    /** The server chose a suite that was not offered. */
    SUITE_NOT_OFFERED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.3"),
    /** The server chose a suite that the chosen version does not have. */
    SUITE_WRONG_VERSION(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.3"),
    /** The suite after a HelloRetryRequest is another one than in it. */
    SUITE_CHANGED_AFTER_RETRY(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.4"),
    /** The version after a HelloRetryRequest is another one than in it. */
    VERSION_CHANGED_AFTER_RETRY(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.4"),
    /** No group that both sides would use. */
    NO_COMMON_GROUP(Alert.HANDSHAKE_FAILURE, "RFC 8446 4.1.1"),
    /** The server chose a group that was not offered, or no share was sent for. */
    GROUP_NOT_OFFERED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2.8"),
    /** A key share for a group that is not in supported_groups, twice, or out of order. */
    KEY_SHARE_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2.8"),
    /** A share of the wrong length, off the curve, or of small order. */
    SHARE_ILLEGAL(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2.8.2, RFC 7748 6.1"),
    /** No signature scheme for any of our certificates that the peer would verify. */
    NO_COMMON_SIGNATURE_SCHEME(Alert.HANDSHAKE_FAILURE, "RFC 8446 4.4.2.2"),
    /** No protocol in common. */
    NO_COMMON_APPLICATION_PROTOCOL(Alert.NO_APPLICATION_PROTOCOL, "RFC 7301 3.2"),
    /** The server chose a protocol that was not offered. */
    APPLICATION_PROTOCOL_NOT_OFFERED(Alert.ILLEGAL_PARAMETER, "RFC 7301 3.1"),
    /** No credential for the name that the client asked for. */
    SERVER_NAME_UNKNOWN(Alert.UNRECOGNIZED_NAME, "RFC 6066 3"),
    /** The legacy_session_id was not echoed. */
    SESSION_ID_NOT_ECHOED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.3"),
    /** A HelloRetryRequest that would change nothing. */
    RETRY_POINTLESS(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.4"),
    /** A second HelloRetryRequest. */
    RETRY_TWICE(Alert.UNEXPECTED_MESSAGE, "RFC 8446 4.1.4"),
    /** The second ClientHello differs from the first where it may not. */
    SECOND_HELLO_CHANGED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.1.2"),
    /** The cookie is not the one that we gave. */
    COOKIE_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2.2"),
    /** A record_size_limit below 64. */
    RECORD_SIZE_LIMIT_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8449 4"),
    /** A max_fragment_length that does not exist or was not asked for. */
    MAX_FRAGMENT_LENGTH_BAD(Alert.ILLEGAL_PARAMETER, "RFC 6066 4"),
    /** ec_point_formats without uncompressed. */
    POINT_FORMATS_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8422 5.1.2"),
    /** encrypt_then_mac accepted with a suite that has no CBC cipher. */
    ENCRYPT_THEN_MAC_BAD(Alert.ILLEGAL_PARAMETER, "RFC 7366 3"),
    /** renegotiation_info does not match this connection. */
    RENEGOTIATION_INFO_BAD(Alert.HANDSHAKE_FAILURE, "RFC 5746 3.4"),
    /** The peer does not know secure renegotiation and the configuration demands it. */
    RENEGOTIATION_INFO_MISSING(Alert.HANDSHAKE_FAILURE, "RFC 5746 4.1"),
    /** The peer goes on asking to renegotiate, although each time it was told no. */
    RENEGOTIATION_REFUSED(Alert.HANDSHAKE_FAILURE, "RFC 5746 4.5"),
    /** The peer does not know extended_master_secret and the configuration demands it. */
    EXTENDED_MASTER_SECRET_MISSING(Alert.HANDSHAKE_FAILURE, "RFC 7627 5.3"),
    /** A session with extended_master_secret is to be resumed without it. */
    EXTENDED_MASTER_SECRET_CHANGED(Alert.HANDSHAKE_FAILURE, "RFC 7627 5.3"),
    /** The server resumes a session with something else than it had. */
    SESSION_CHANGED(Alert.ILLEGAL_PARAMETER, "RFC 5246 7.4.1.3"),
    /** Early data was accepted that the server could not accept with what it chose. */
    EARLY_DATA_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.2.10, RFC 8446 D.3"),
    /** More early data than the ticket allows. */
    EARLY_DATA_TOO_LONG(Alert.UNEXPECTED_MESSAGE, "RFC 8446 4.6.1"),

    // ---- authentication
    /** The peer sent no certificate where one is required. */
    CERTIFICATE_MISSING(Alert.CERTIFICATE_REQUIRED, "RFC 8446 4.4.2.4"),
    /** TLS 1.2 or a server: the certificate list is empty where it may not be. */
    CERTIFICATE_LIST_EMPTY(Alert.DECODE_ERROR, "RFC 8446 4.4.2.4"),
    /** A client without a certificate in TLS 1.2 where one is required. */
    CLIENT_CERTIFICATE_REFUSED(Alert.HANDSHAKE_FAILURE, "RFC 5246 7.4.6"),
    /** A certificate that can't be parsed. */
    CERTIFICATE_MALFORMED(Alert.BAD_CERTIFICATE, "RFC 8446 4.4.2"),
    /** A certificate whose key does not fit the suite, or may not be used for this. */
    CERTIFICATE_UNFIT(Alert.UNSUPPORTED_CERTIFICATE, "RFC 8446 4.4.2.2"),
    /** The chain leads to no trusted root. */
    CERTIFICATE_UNTRUSTED(Alert.UNKNOWN_CA, "RFC 5280 6.1"),
    /** A certificate outside its validity. */
    CERTIFICATE_EXPIRED(Alert.CERTIFICATE_EXPIRED, "RFC 5280 4.1.2.5"),
    /** A certificate that was revoked. */
    CERTIFICATE_REVOKED(Alert.CERTIFICATE_REVOKED, "RFC 5280 6.3"),
    /** A chain that fails path validation for another reason. */
    CERTIFICATE_INVALID(Alert.BAD_CERTIFICATE, "RFC 5280 6.1"),
    /** The certificate is for another name. */
    CERTIFICATE_NAME_MISMATCH(Alert.CERTIFICATE_UNKNOWN, "RFC 9525 6"),
    /** The application turned the peer away. */
    CERTIFICATE_REJECTED(Alert.CERTIFICATE_UNKNOWN, "RFC 8446 6.2"),
    /** A signature scheme that was not offered, or may not be used in this version. */
    SIGNATURE_SCHEME_NOT_OFFERED(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.4.3"),
    /** The scheme does not fit the certificate's key. */
    SIGNATURE_SCHEME_UNFIT(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.4.3"),
    /** A signature that does not verify. */
    SIGNATURE_WRONG(Alert.DECRYPT_ERROR, "RFC 8446 4.4.3"),
    /** A Finished that does not verify. */
    FINISHED_WRONG(Alert.DECRYPT_ERROR, "RFC 8446 4.4.4"),
    /** A CertificateRequest whose context or contents are not allowed. */
    CERTIFICATE_REQUEST_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.3.2"),
    /** A Certificate whose request context is not the one of the request. */
    CERTIFICATE_CONTEXT_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.4.2"),
    /** A ServerKeyExchange or ClientKeyExchange whose numbers are not acceptable. */
    KEY_EXCHANGE_BAD(Alert.ILLEGAL_PARAMETER, "RFC 5246 7.4.3"),
    /** TLS 1.2: the server's finite field is not one that was offered, and not one that we accept unnamed. */
    FINITE_FIELD_REFUSED(Alert.INSUFFICIENT_SECURITY, "RFC 7919 3"),
    /** TLS 1.2: a finite field share that is not above 1 and below the prime less one. */
    SHARE_OUT_OF_RANGE(Alert.HANDSHAKE_FAILURE, "RFC 7919 3, RFC 7919 4"),
    /** The peer names a pre-shared key that is not known here. */
    PRE_SHARED_KEY_UNKNOWN(Alert.UNKNOWN_PSK_IDENTITY, "RFC 4279 2, RFC 8446 6.2"),
    /** The server chose a PSK suite, and there is no key for it here. */
    PRE_SHARED_KEY_MISSING(Alert.HANDSHAKE_FAILURE, "RFC 4279 2"),
    /** The binder of the pre-shared key that was chosen does not verify. */
    BINDER_WRONG(Alert.DECRYPT_ERROR, "RFC 8446 4.2.11.2"),
    /** A KeyUpdate with a value that does not exist. */
    KEY_UPDATE_BAD(Alert.ILLEGAL_PARAMETER, "RFC 8446 4.6.3"),

    // ---- the end
    /** The peer sent a fatal alert: the detail names it. No alert answers it. */
    ALERT_RECEIVED(Alert.CLOSE_NOTIFY, "RFC 8446 6.2"),
    /** The transport ended without close_notify: data may be missing. */
    TRUNCATED(Alert.CLOSE_NOTIFY, "RFC 8446 6.1"),
    /** The application cancelled the handshake. */
    CANCELLED(Alert.USER_CANCELED, "RFC 8446 6.1", Origin.OWN),
    /** A part, a key or a callback of ours failed. */
    INTERNAL(Alert.INTERNAL_ERROR, "RFC 8446 6.2", Origin.OWN),
    /** The configuration can't work: the detail says what to change. */
    CONFIGURATION(Alert.INTERNAL_ERROR, "RFC 8446 6.2", Origin.OWN);

    /** Whose doing a fault is. */
    public enum Origin {
        /** The peer broke a rule or left. */
        PEER,
        /** We, or our configuration, can't go on. */
        OWN
    }

    private final Alert alert;
    private final String section;
    private final Origin origin;

    Fault(Alert alert, String section) {
        this(alert, section, Origin.PEER);
    }

    Fault(Alert alert, String section, Origin origin) {
        this.alert = alert;
        this.section = section;
        this.origin = origin;
    }

    /**
     * What the peer is told.
     *
     * @return the alert; for {@link #ALERT_RECEIVED} and {@link #TRUNCATED} none is sent
     */
    public Alert alert() {
        return alert;
    }

    /**
     * The rule behind the fault.
     *
     * @return for example {@code RFC 8446 4.1.3}
     */
    public String section() {
        return section;
    }

    /**
     * Whose doing it is.
     *
     * @return the origin
     */
    public Origin origin() {
        return origin;
    }

    /**
     * Whether the peer is to be told.
     *
     * @return false for {@link #ALERT_RECEIVED} and {@link #TRUNCATED}: there is nobody left who listens
     */
    public boolean answered() {
        return this != ALERT_RECEIVED && this != TRUNCATED;
    }

    /**
     * Makes the exception that carries this fault: {@code throw SUITE_NOT_OFFERED.because("%s", suite)}.
     *
     * @param format what was wrong, as for {@link String#format}: what came and what was wanted, never a secret
     * @param details the values
     * @return the exception, to be thrown
     */
    public TlsFault because(String format, @Nullable Object... details) {
        return new TlsFault(this, details.length == 0 ? format : String.format(format, details));
    }
}
