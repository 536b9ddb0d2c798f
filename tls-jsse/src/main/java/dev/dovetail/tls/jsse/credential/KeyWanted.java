package dev.dovetail.tls.jsse.credential;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake says about the key that it could use best.
 *
 * @param server whether a server asks
 * @param serverName the host that the client asks a server for
 * @param signatures the JCA's names of the signatures that the peer verifies; empty if it did not say
 */
record KeyWanted(boolean server, Optional<String> serverName, Set<String> signatures) {

    /** Of a handshake of whatever stack; some say nothing, and some don't have the method. */
    static KeyWanted of(boolean server, Supplier<@Nullable SSLSession> handshake) {
        try {
            if (handshake.get() instanceof ExtendedSSLSession session) {
                return new KeyWanted(server, server ? name(session) : Optional.empty(), signatures(session));
            }
        } catch (UnsupportedOperationException unknown) {
            return nothing(server);
        }
        return nothing(server);
    }

    static KeyWanted nothing(boolean server) {
        return new KeyWanted(server, Optional.empty(), Set.of());
    }

    private static Optional<String> name(ExtendedSSLSession session) {
        return Optional.ofNullable(session.getRequestedServerNames()).orElse(List.of()).stream()
                .filter(SNIHostName.class::isInstance)
                .map(name -> ((SNIHostName) name).getAsciiName())
                .findFirst();
    }

    private static Set<String> signatures(ExtendedSSLSession session) {
        String[] names = session.getPeerSupportedSignatureAlgorithms();
        return names == null ? Set.of() : Arrays.stream(names).collect(Collectors.toUnmodifiableSet());
    }
}
