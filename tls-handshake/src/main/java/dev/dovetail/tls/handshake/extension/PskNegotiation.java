package dev.dovetail.tls.handshake.extension;

import java.util.List;

/** What pre_shared_key says: the client's offer, or the server's choice (RFC 8446 4.2.11). */
public sealed interface PskNegotiation {

    /**
     * A key that the client offers.
     *
     * @param identity its name, a ticket for example; 1 to 65535 bytes
     * @param obfuscatedTicketAge 0 to 2^32 - 1, see RFC 8446 4.2.11.1; 0 for keys from elsewhere
     */
    record Identity(byte[] identity, long obfuscatedTicketAge) {}

    /**
     * The client's offer.
     *
     * @param identities at least one, best first
     * @param binders as many, in the same order: 32 to 255 bytes each
     */
    record Offered(List<Identity> identities, List<byte[]> binders) implements PskNegotiation {}

    /**
     * The server's choice.
     *
     * @param identity place in the client's list, from 0
     */
    record Selected(int identity) implements PskNegotiation {}
}
