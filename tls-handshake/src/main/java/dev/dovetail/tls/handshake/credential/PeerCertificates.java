package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a verifier gets to judge a peer by.
 *
 * @param chain as the peer sent it: its own certificate first, then whatever it thought useful; at least one
 * @param peer the peer's role, which decides what its certificate must be for
 * @param serverName for a server: the host that we wanted to reach, a DNS name or a textual IP address; empty for a
 *     client, and for a server that was not named
 * @param version what was negotiated
 * @param keyEncipherment true where the certificate's key decrypts (RSA key transport) instead of signing: it then needs
 *     the key usage keyEncipherment instead of digitalSignature (RFC 5246 7.4.2)
 * @param ocspResponses stapled responses, DER, the n-th for the n-th certificate of the chain and empty where none came;
 *     may be shorter than the chain. Shared, not to be modified
 * @param schemes the signature schemes that we accept in certificates: they verify what the JDK can't, and what they
 *     verify faster ({@link SignatureScheme#verifyCertificate})
 * @param handshake what else the handshake has settled; empty outside of one
 */
public record PeerCertificates(
        List<X509Certificate> chain,
        Role peer,
        Optional<String> serverName,
        ProtocolVersion version,
        boolean keyEncipherment,
        List<byte[]> ocspResponses,
        List<SignatureScheme> schemes,
        Optional<HandshakeFacts> handshake) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the chain is empty: that is the handshake's to refuse
     */
    public PeerCertificates {
        chain = List.copyOf(chain);
        ocspResponses = List.copyOf(ocspResponses);
        schemes = List.copyOf(schemes);
        if (chain.isEmpty()) throw new IllegalArgumentException("a peer without certificates has nothing to verify");
    }

    /**
     * What a verifier gets where only the JDK is to verify.
     *
     * @param chain as the peer sent it; at least one
     * @param peer the peer's role
     * @param serverName for a server: the host that we wanted to reach
     * @param version what was negotiated
     * @param keyEncipherment true where the certificate's key decrypts
     * @param ocspResponses stapled responses
     * @throws IllegalArgumentException if the chain is empty
     */
    public PeerCertificates(
            List<X509Certificate> chain,
            Role peer,
            Optional<String> serverName,
            ProtocolVersion version,
            boolean keyEncipherment,
            List<byte[]> ocspResponses) {
        this(chain, peer, serverName, version, keyEncipherment, ocspResponses, List.of());
    }

    /**
     * What a verifier gets outside of a handshake.
     *
     * @param chain as the peer sent it; at least one
     * @param peer the peer's role
     * @param serverName for a server: the host that we wanted to reach
     * @param version what was negotiated
     * @param keyEncipherment true where the certificate's key decrypts
     * @param ocspResponses stapled responses
     * @param schemes the signature schemes that we accept in certificates
     * @throws IllegalArgumentException if the chain is empty
     */
    public PeerCertificates(
            List<X509Certificate> chain,
            Role peer,
            Optional<String> serverName,
            ProtocolVersion version,
            boolean keyEncipherment,
            List<byte[]> ocspResponses,
            List<SignatureScheme> schemes) {
        this(chain, peer, serverName, version, keyEncipherment, ocspResponses, schemes, Optional.empty());
    }

    /**
     * The peer's own certificate.
     *
     * @return the first of the chain
     */
    public X509Certificate leaf() {
        return chain.get(0);
    }
}
