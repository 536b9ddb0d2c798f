package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;

/**
 * What a server settled from the first ClientHello; a retry does not change it.
 *
 * @param suite the suite
 * @param group the group
 * @param signing how we show who we are
 */
record Choices(UsableSuite suite, NamedGroup group, SigningCredential signing) {}
