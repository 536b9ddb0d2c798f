package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import java.util.List;
import java.util.Optional;

/**
 * What a handshake has settled when it asks for a credential or for a verdict.
 *
 * @param version the version
 * @param suite the suite; empty where a TLS 1.2 server's suite depends on the credential
 * @param serverName the host that the client asks for; on a client, as it was sent
 * @param applicationProtocol the protocol of RFC 7301
 * @param peerSchemes numbers of the signature schemes that the peer accepts in the handshake; empty if it did not say
 */
public record HandshakeFacts(
        ProtocolVersion version,
        Optional<UsableSuite> suite,
        Optional<String> serverName,
        Optional<String> applicationProtocol,
        List<Integer> peerSchemes) {

    /** Keeps an unmodifiable copy. */
    public HandshakeFacts {
        peerSchemes = List.copyOf(peerSchemes);
    }
}
