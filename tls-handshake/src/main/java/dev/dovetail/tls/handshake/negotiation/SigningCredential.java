package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.Credential;

/**
 * A credential and the scheme to sign with.
 *
 * @param credential chain and key
 * @param scheme fits the key, enabled here, accepted by the peer
 */
public record SigningCredential(Credential credential, SignatureScheme scheme) {}
