package dev.dovetail.tls.jsse;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.ConnectionInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Dovetail's {@link javax.net.ssl.SSLEngine}s and {@link javax.net.ssl.SSLSocket}s know beyond the JDK's interface. To
 * be had by a cast.
 */
public interface TlsConnection {

    /**
     * What the handshake agreed on, in full: group, schemes, whether a HelloRetryRequest was sent, the name of a
     * pre-shared key.
     *
     * @return empty before the handshake is done
     */
    Optional<ConnectionInfo> info();

    /**
     * Lets somebody watch this connection, beside whom the provider's options name.
     *
     * @param observer gets every event, without secrets
     * @throws IllegalStateException if the handshake has begun
     */
    void observe(TlsObserver observer);

    /**
     * Derives keying material for the application (RFC 5705, RFC 8446 7.5).
     *
     * @param label registered or private name
     * @param context the application's, or null
     * @param length bytes wanted
     * @return the caller closes it
     * @throws IllegalStateException if the handshake is not done, or the connection is closed
     */
    Secret export(String label, byte @Nullable [] context, int length);
}
