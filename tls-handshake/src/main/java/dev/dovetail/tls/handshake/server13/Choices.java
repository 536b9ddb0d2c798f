package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.Optional;

/**
 * What a server settled from the first ClientHello; a retry does not change it.
 *
 * @param suite the suite
 * @param group the group; empty where a pre-shared key is used alone
 * @param proof how we show who we are; closed with this
 * @param applicationProtocol the protocol of RFC 7301
 */
record Choices(UsableSuite suite, Optional<NamedGroup> group, ServerProof proof, Optional<String> applicationProtocol)
        implements AutoCloseable {

    @Override
    public void close() {
        proof.close();
    }
}
