package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.Credential;
import java.util.Optional;

/**
 * What a server chose.
 *
 * @param suite the suite
 * @param group present if the key exchange has groups
 * @param credential present if the suite has the server send certificates
 * @param scheme present if the server signs
 */
record ServerChoice12(
        UsableSuite suite,
        Optional<NamedGroup> group,
        Optional<Credential> credential,
        Optional<SignatureScheme> scheme) {}
