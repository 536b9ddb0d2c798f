package dev.dovetail.tls.jsse;

import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import java.util.Optional;
import javax.net.ssl.KeyManager;

/**
 * Pre-shared keys for {@link javax.net.ssl.SSLContext#init}: pass one among the key managers. TLS 1.3 uses the keys with any
 * suite, TLS 1.2 with the PSK suites that are enabled by name (RFC 4279).
 */
public interface PskKeyManager extends KeyManager {

    /**
     * Where clients look their keys up.
     *
     * @return empty: clients offer none
     */
    default Optional<ClientPreSharedKeys> clientKeys() {
        return Optional.empty();
    }

    /**
     * Where servers look keys up.
     *
     * @return empty: servers accept none
     */
    default Optional<ServerPreSharedKeys> serverKeys() {
        return Optional.empty();
    }

    /**
     * For clients.
     *
     * @param keys where they are looked up
     * @return the key manager
     */
    static PskKeyManager client(ClientPreSharedKeys keys) {
        return new PskKeyManager() {
            @Override
            public Optional<ClientPreSharedKeys> clientKeys() {
                return Optional.of(keys);
            }
        };
    }

    /**
     * For servers.
     *
     * @param keys where they are looked up
     * @return the key manager
     */
    static PskKeyManager server(ServerPreSharedKeys keys) {
        return new PskKeyManager() {
            @Override
            public Optional<ServerPreSharedKeys> serverKeys() {
                return Optional.of(keys);
            }
        };
    }
}
