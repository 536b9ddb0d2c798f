package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.key.EarlySecrets;
import dev.dovetail.tls.handshake.session.Session;
import java.util.Optional;

/**
 * What a server settled from the first ClientHello; a retry does not change it.
 *
 * @param suite the suite
 * @param group the group; empty where a pre-shared key is used alone
 * @param proof how we show who we are; closed with this
 * @param applicationProtocol the protocol of RFC 7301
 * @param early the secrets of the client's early data, if it is taken; closed with this
 */
record Choices(
        UsableSuite suite,
        Optional<NamedGroup> group,
        ServerProof proof,
        Optional<String> applicationProtocol,
        Optional<EarlySecrets> early)
        implements AutoCloseable {

    /** The session that goes on. */
    Optional<Session> resumed() {
        return proof.preSharedKey().flatMap(accepted -> accepted.key().session());
    }

    @Override
    public void close() {
        proof.close();
        early.ifPresent(EarlySecrets::close);
    }
}
