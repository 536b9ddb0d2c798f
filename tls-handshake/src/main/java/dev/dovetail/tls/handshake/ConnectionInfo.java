package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.session.SessionFacts;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a handshake agreed on.
 *
 * @param version the version
 * @param suite the suite with its parts
 * @param group the group of the key exchange; empty for RSA key transport and a pre-shared key alone
 * @param ownScheme the scheme that we signed with, if we did
 * @param peerScheme the scheme that the peer signed with, if it did
 * @param preSharedKey the name of the key that both sides had already, if they used one
 * @param ownChain the certificates that we sent, leaf first
 * @param peerChain the certificates that the peer sent, leaf first
 * @param serverName the host that the client asked for
 * @param applicationProtocol the protocol of RFC 7301
 * @param helloRetried whether the server sent a HelloRetryRequest
 * @param extendedMasterSecret whether TLS 1.2 bound its keys to the handshake (RFC 7627); true in TLS 1.3
 * @param encryptThenMac whether TLS 1.2 MACs the ciphertext (RFC 7366)
 * @param resumed whether an earlier session went on
 * @param session what can be resumed of this connection, or was; empty if nothing is kept
 * @param earlyData what became of early data
 * @param extensions what third-party extensions agreed on, by name
 */
public record ConnectionInfo(
        ProtocolVersion version,
        UsableSuite suite,
        Optional<NamedGroup> group,
        Optional<SignatureScheme> ownScheme,
        Optional<SignatureScheme> peerScheme,
        Optional<byte[]> preSharedKey,
        List<X509Certificate> ownChain,
        List<X509Certificate> peerChain,
        Optional<String> serverName,
        Optional<String> applicationProtocol,
        boolean helloRetried,
        boolean extendedMasterSecret,
        boolean encryptThenMac,
        boolean resumed,
        Optional<SessionFacts> session,
        EarlyDataOutcome earlyData,
        Map<String, Object> extensions) {

    /** Keeps unmodifiable copies. */
    public ConnectionInfo {
        ownChain = List.copyOf(ownChain);
        peerChain = List.copyOf(peerChain);
        extensions = Map.copyOf(extensions);
    }
}
