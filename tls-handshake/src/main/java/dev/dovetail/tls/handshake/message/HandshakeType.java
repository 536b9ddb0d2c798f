package dev.dovetail.tls.handshake.message;

import java.util.Map;

/** Numbers and names of handshake messages (RFC 8446 B.3, RFC 5246 A.4). */
public final class HandshakeType {

    /** RFC 5246 7.4.1.1. */
    public static final int HELLO_REQUEST = 0;
    /** RFC 8446 4.1.2. */
    public static final int CLIENT_HELLO = 1;
    /** RFC 8446 4.1.3. */
    public static final int SERVER_HELLO = 2;
    /** RFC 8446 4.6.1, RFC 5077 3.3. */
    public static final int NEW_SESSION_TICKET = 4;
    /** RFC 8446 4.5. */
    public static final int END_OF_EARLY_DATA = 5;
    /** RFC 8446 4.3.1. */
    public static final int ENCRYPTED_EXTENSIONS = 8;
    /** RFC 8446 4.4.2. */
    public static final int CERTIFICATE = 11;
    /** RFC 5246 7.4.3. */
    public static final int SERVER_KEY_EXCHANGE = 12;
    /** RFC 8446 4.3.2. */
    public static final int CERTIFICATE_REQUEST = 13;
    /** RFC 5246 7.4.5. */
    public static final int SERVER_HELLO_DONE = 14;
    /** RFC 8446 4.4.3. */
    public static final int CERTIFICATE_VERIFY = 15;
    /** RFC 5246 7.4.7. */
    public static final int CLIENT_KEY_EXCHANGE = 16;
    /** RFC 8446 4.4.4. */
    public static final int FINISHED = 20;
    /** RFC 6066 8. */
    public static final int CERTIFICATE_STATUS = 22;
    /** RFC 8446 4.6.3. */
    public static final int KEY_UPDATE = 24;
    /** RFC 8446 4.4.1: never on the wire. */
    public static final int MESSAGE_HASH = 254;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(HELLO_REQUEST, "HelloRequest"),
            Map.entry(CLIENT_HELLO, "ClientHello"),
            Map.entry(SERVER_HELLO, "ServerHello"),
            Map.entry(NEW_SESSION_TICKET, "NewSessionTicket"),
            Map.entry(END_OF_EARLY_DATA, "EndOfEarlyData"),
            Map.entry(ENCRYPTED_EXTENSIONS, "EncryptedExtensions"),
            Map.entry(CERTIFICATE, "Certificate"),
            Map.entry(SERVER_KEY_EXCHANGE, "ServerKeyExchange"),
            Map.entry(CERTIFICATE_REQUEST, "CertificateRequest"),
            Map.entry(SERVER_HELLO_DONE, "ServerHelloDone"),
            Map.entry(CERTIFICATE_VERIFY, "CertificateVerify"),
            Map.entry(CLIENT_KEY_EXCHANGE, "ClientKeyExchange"),
            Map.entry(FINISHED, "Finished"),
            Map.entry(CERTIFICATE_STATUS, "CertificateStatus"),
            Map.entry(KEY_UPDATE, "KeyUpdate"),
            Map.entry(MESSAGE_HASH, "message_hash"));

    private HandshakeType() {}

    /**
     * The name of a message.
     *
     * @param type its number
     * @return for example {@code ClientHello}; {@code handshake(N)} where nobody knows it
     */
    public static String name(int type) {
        return NAMES.getOrDefault(type, "handshake(" + type + ")");
    }
}
