package dev.dovetail.tls.api;

import java.util.Map;

/**
 * The description byte of an alert (RFC 8446 6). Open: an alert from a peer that nobody knows is a value.
 *
 * @param code 0 to 255
 */
public record Alert(int code) {

    /** The peer will send nothing more. */
    public static final Alert CLOSE_NOTIFY = new Alert(0);
    /** A message that is not due now. */
    public static final Alert UNEXPECTED_MESSAGE = new Alert(10);
    /** A record whose protection does not open. */
    public static final Alert BAD_RECORD_MAC = new Alert(20);
    /** A record longer than allowed. */
    public static final Alert RECORD_OVERFLOW = new Alert(22);
    /** Nothing that both sides would accept. */
    public static final Alert HANDSHAKE_FAILURE = new Alert(40);
    /** A certificate that is corrupt or whose signature is wrong. */
    public static final Alert BAD_CERTIFICATE = new Alert(42);
    /** A certificate of an unsupported type. */
    public static final Alert UNSUPPORTED_CERTIFICATE = new Alert(43);
    /** A certificate that its signer revoked. */
    public static final Alert CERTIFICATE_REVOKED = new Alert(44);
    /** A certificate that is not valid now. */
    public static final Alert CERTIFICATE_EXPIRED = new Alert(45);
    /** Something else is wrong with the certificate. */
    public static final Alert CERTIFICATE_UNKNOWN = new Alert(46);
    /** A field that is well formed but wrong. */
    public static final Alert ILLEGAL_PARAMETER = new Alert(47);
    /** The chain ends at nobody who is trusted. */
    public static final Alert UNKNOWN_CA = new Alert(48);
    /** A valid certificate whose owner may not come in. */
    public static final Alert ACCESS_DENIED = new Alert(49);
    /** A message that can't be parsed. */
    public static final Alert DECODE_ERROR = new Alert(50);
    /** A signature, Finished or binder that does not verify. */
    public static final Alert DECRYPT_ERROR = new Alert(51);
    /** A version that is recognised but not supported. */
    public static final Alert PROTOCOL_VERSION = new Alert(70);
    /** The peer wants stronger parameters than were offered. */
    public static final Alert INSUFFICIENT_SECURITY = new Alert(71);
    /** A fault of our own. */
    public static final Alert INTERNAL_ERROR = new Alert(80);
    /** A version downgrade that the client did not need (RFC 7507). */
    public static final Alert INAPPROPRIATE_FALLBACK = new Alert(86);
    /** The user called it off. */
    public static final Alert USER_CANCELED = new Alert(90);
    /** TLS 1.2: renegotiation is refused (RFC 5246 7.2.2). */
    public static final Alert NO_RENEGOTIATION = new Alert(100);
    /** An extension that had to be there. */
    public static final Alert MISSING_EXTENSION = new Alert(109);
    /** An extension that was not asked for. */
    public static final Alert UNSUPPORTED_EXTENSION = new Alert(110);
    /** No server of that name (RFC 6066 3). */
    public static final Alert UNRECOGNIZED_NAME = new Alert(112);
    /** A bad OCSP response (RFC 6066 8). */
    public static final Alert BAD_CERTIFICATE_STATUS_RESPONSE = new Alert(113);
    /** No such pre-shared key. */
    public static final Alert UNKNOWN_PSK_IDENTITY = new Alert(115);
    /** A client certificate is required. */
    public static final Alert CERTIFICATE_REQUIRED = new Alert(116);
    /** No protocol in common (RFC 7301 3.2). */
    public static final Alert NO_APPLICATION_PROTOCOL = new Alert(120);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "close_notify"),
            Map.entry(10, "unexpected_message"),
            Map.entry(20, "bad_record_mac"),
            Map.entry(21, "decryption_failed_RESERVED"),
            Map.entry(22, "record_overflow"),
            Map.entry(30, "decompression_failure_RESERVED"),
            Map.entry(40, "handshake_failure"),
            Map.entry(41, "no_certificate_RESERVED"),
            Map.entry(42, "bad_certificate"),
            Map.entry(43, "unsupported_certificate"),
            Map.entry(44, "certificate_revoked"),
            Map.entry(45, "certificate_expired"),
            Map.entry(46, "certificate_unknown"),
            Map.entry(47, "illegal_parameter"),
            Map.entry(48, "unknown_ca"),
            Map.entry(49, "access_denied"),
            Map.entry(50, "decode_error"),
            Map.entry(51, "decrypt_error"),
            Map.entry(52, "too_many_cids_requested"),
            Map.entry(60, "export_restriction_RESERVED"),
            Map.entry(70, "protocol_version"),
            Map.entry(71, "insufficient_security"),
            Map.entry(80, "internal_error"),
            Map.entry(86, "inappropriate_fallback"),
            Map.entry(90, "user_canceled"),
            Map.entry(100, "no_renegotiation_RESERVED"),
            Map.entry(109, "missing_extension"),
            Map.entry(110, "unsupported_extension"),
            Map.entry(111, "certificate_unobtainable_RESERVED"),
            Map.entry(112, "unrecognized_name"),
            Map.entry(113, "bad_certificate_status_response"),
            Map.entry(114, "bad_certificate_hash_value_RESERVED"),
            Map.entry(115, "unknown_psk_identity"),
            Map.entry(116, "certificate_required"),
            Map.entry(117, "general_error"),
            Map.entry(120, "no_application_protocol"),
            Map.entry(121, "ech_required"));

    /** Checks that the code fits a byte. */
    public Alert {
        if (code < 0 || code > 255) throw new IllegalArgumentException("not a one-byte alert: " + code);
    }

    /**
     * IANA's name, or {@code alert(N)} where there is none.
     *
     * @return the name
     */
    public String name() {
        return NAMES.getOrDefault(code, "alert(" + code + ")");
    }

    /** The same as {@link #name()}. */
    @Override
    public String toString() {
        return name();
    }
}
