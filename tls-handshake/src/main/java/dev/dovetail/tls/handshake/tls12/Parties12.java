package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Who took part, and how each side showed it.
 *
 * @param group the group of the key exchange
 * @param ownScheme what we signed with
 * @param ownChain the certificates that we sent, leaf first
 * @param peer the proof of the peer
 */
public record Parties12(
        Optional<NamedGroup> group,
        Optional<SignatureScheme> ownScheme,
        List<X509Certificate> ownChain,
        PeerChecked peer) {}
