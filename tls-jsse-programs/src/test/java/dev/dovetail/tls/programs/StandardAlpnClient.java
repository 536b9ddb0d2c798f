package dev.dovetail.tls.programs;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.eclipse.jetty.alpn.client.ALPNClientConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.ALPNProcessor;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/** ALPN of Jetty's client with the engines of every provider; Jetty's own takes those of the module java.base alone. */
public final class StandardAlpnClient implements ALPNProcessor.Client {

    @Override
    public boolean appliesTo(SSLEngine engine) {
        return true;
    }

    @Override
    public void configure(SSLEngine engine, Connection connection) {
        ALPNClientConnection alpn = (ALPNClientConnection) connection;
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(alpn.getProtocols().toArray(String[]::new));
        engine.setSSLParameters(parameters);
        ((SslConnection.SslEndPoint) alpn.getEndPoint()).getSslConnection().addHandshakeListener(new Answer(alpn));
    }

    private record Answer(ALPNClientConnection alpn) implements SslHandshakeListener {

        @Override
        public void handshakeSucceeded(Event event) {
            String chosen = event.getSSLEngine().getApplicationProtocol();
            alpn.selected(chosen.isEmpty() ? null : chosen);
        }
    }
}
