package dev.dovetail.tls.programs;

import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What a web server saw of one request.
 *
 * @param path that was asked for
 * @param http the server's name of the version of HTTP
 * @param session the server's own session of TLS
 */
record Visit(String path, String http, SSLSession session) {

    /** The name in the certificate that the client showed. */
    Optional<String> client() {
        try {
            return Optional.of(session.getPeerPrincipal().getName());
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
