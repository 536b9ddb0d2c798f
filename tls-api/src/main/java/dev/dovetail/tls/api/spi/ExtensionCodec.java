package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/**
 * The form of one extension: its number, where it may stand, and how its value is read and written. The core enforces for
 * all of them what RFC 8446 4.2 says: no duplicates, no wrong message, no answer without a question, no trailing bytes.
 *
 * @param <V> the value
 */
public interface ExtensionCodec<V> {

    /** The messages that carry extensions. */
    enum Site {
        /** ClientHello. */
        CLIENT_HELLO,
        /** ServerHello of TLS 1.2. */
        SERVER_HELLO_12,
        /** ServerHello of TLS 1.3. */
        SERVER_HELLO_13,
        /** HelloRetryRequest. */
        HELLO_RETRY_REQUEST,
        /** EncryptedExtensions. */
        ENCRYPTED_EXTENSIONS,
        /** An entry of TLS 1.3's Certificate. */
        CERTIFICATE,
        /** CertificateRequest of TLS 1.3. */
        CERTIFICATE_REQUEST,
        /** NewSessionTicket of TLS 1.3. */
        NEW_SESSION_TICKET
    }

    /**
     * The number of the extension.
     *
     * @return 0 to 0xffff
     */
    int code();

    /**
     * The name of the extension.
     *
     * @return IANA's spelling, for example {@code server_name}
     */
    String name();

    /**
     * The messages in which it may stand.
     *
     * @return sites
     */
    Set<Site> sites();

    /**
     * Writes a value.
     *
     * @param site the message
     * @param value what to write
     * @param out takes the extension's data
     */
    void write(Site site, V value, WireWriter out);

    /**
     * Reads a value; the core checks that nothing is left.
     *
     * @param site the message
     * @param in the extension's data
     * @return the value
     */
    V read(Site site, WireReader in);
}
