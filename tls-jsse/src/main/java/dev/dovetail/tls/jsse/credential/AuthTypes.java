package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import java.util.Optional;

/** The {@code authType} that trust managers are asked with: the JDK's word for how a peer uses its key. */
final class AuthTypes {

    private static final String ANY = "UNKNOWN";

    private AuthTypes() {}

    /** Of a client the kind of its key; of a server the key exchange of TLS 1.2, of which 1.3 has none. */
    static String of(PeerCertificates peer) {
        if (peer.peer() == Role.CLIENT) return peer.leaf().getPublicKey().getAlgorithm();
        if (peer.version().equals(ProtocolVersion.TLS_1_3)) return ANY;
        Optional<UsableSuite> suite = peer.handshake().flatMap(facts -> facts.suite());
        String authentication =
                suite.map(one -> one.suite().authentication().name()).orElse(ANY);
        // A key that decrypts has to allow it; the JDK's managers look for that behind the bare name of the key.
        if (peer.keyEncipherment()) return peer.leaf().getPublicKey().getAlgorithm();
        return suite.flatMap(UsableSuite::keyExchange)
                .map(exchange -> exchange.name() + "_" + authentication)
                .orElse(ANY);
    }
}
