package dev.dovetail.tls.programs;

import java.util.List;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.alpn.server.ALPNServerConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.ALPNProcessor;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/** ALPN of Jetty's server with the engines of every provider; Jetty's own takes those of the module java.base alone. */
public final class StandardAlpnServer implements ALPNProcessor.Server {

    @Override
    public boolean appliesTo(SSLEngine engine) {
        return true;
    }

    @Override
    public void configure(SSLEngine engine, Connection connection) {
        ALPNServerConnection alpn = (ALPNServerConnection) connection;
        Choice choice = new Choice(alpn);
        engine.setHandshakeApplicationProtocolSelector(choice);
        ((SslConnection.SslEndPoint) alpn.getEndPoint()).getSslConnection().addHandshakeListener(choice);
    }

    private record Choice(ALPNServerConnection alpn)
            implements BiFunction<SSLEngine, List<String>, String>, SslHandshakeListener {

        @Override
        public String apply(SSLEngine engine, List<String> offered) {
            alpn.select(offered);
            return alpn.getProtocol();
        }

        @Override
        public void handshakeSucceeded(Event event) {
            // A client without ALPN is offered no choice.
            if (alpn.getProtocol() == null) alpn.unsupported();
        }
    }
}
