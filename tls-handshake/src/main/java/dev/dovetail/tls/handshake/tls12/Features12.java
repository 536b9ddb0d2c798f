package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.handshake.negotiation.ContentLimits;
import java.util.Optional;

/**
 * What the extensions of both hellos settled.
 *
 * @param extendedMasterSecret whether the master secret is bound to the handshake (RFC 7627)
 * @param encryptThenMac whether the ciphertext is MACed (RFC 7366)
 * @param limits how long records may be, once they are protected
 * @param applicationProtocol the protocol of RFC 7301
 */
public record Features12(
        boolean extendedMasterSecret,
        boolean encryptThenMac,
        ContentLimits limits,
        Optional<String> applicationProtocol) {}
