package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import dev.dovetail.tls.jsse.TlsConnection;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * A client and a server who meet again and again, in one version.
 *
 * @param clients where the client's engines come from
 * @param servers where the server's come from
 * @param protocol the version
 */
record Reconnections(SSLContext clients, SSLContext servers, String protocol) {

    private static final Catalog CATALOG = Catalog.discover();
    private static final int PORT = 443;

    /** With contexts of their own, which know no session. */
    static Reconnections of(String protocol) {
        return new Reconnections(
                context(null, UnaryOperator.identity()),
                context(Contexts.serverKeys(), UnaryOperator.identity()),
                protocol);
    }

    /** A context of Dovetail with other options, that trusts the tests' authority. */
    static SSLContext context(KeyManager[] keys, UnaryOperator<DovetailOptions> options) {
        return context(keys, Contexts.trust(), options);
    }

    static SSLContext context(KeyManager[] keys, TrustManager[] trust, UnaryOperator<DovetailOptions> options) {
        try {
            SSLContext context =
                    SSLContext.getInstance("TLS", new DovetailProvider(options.apply(DovetailOptions.of(CATALOG))));
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Reconnections clients(SSLContext others) {
        return new Reconnections(others, servers, protocol);
    }

    Reconnections servers(SSLContext others) {
        return new Reconnections(clients, others, protocol);
    }

    /** A connection that stands, has carried something, and has all tickets. */
    Conversation connect() {
        return connect(client -> {}, server -> {});
    }

    Conversation connect(Consumer<SSLParameters> client, Consumer<SSLParameters> server) {
        return talk(client(Contexts.HOST, PORT, client), server(server));
    }

    Conversation connect(String host, int port) {
        return talk(client(host, port, parameters -> {}), server(parameters -> {}));
    }

    static Conversation talk(SSLEngine client, SSLEngine server) {
        Conversation talk = Conversation.between(client, server, Plan.plain()).handshake();
        return talk.carries(Role.CLIENT, Data.of(10)).carries(Role.SERVER, Data.of(10));
    }

    SSLEngine client() {
        return client(Contexts.HOST, PORT, parameters -> {});
    }

    SSLEngine client(String host, int port, Consumer<SSLParameters> changes) {
        return engine(clients.createSSLEngine(host, port), true, changes);
    }

    SSLEngine server() {
        return server(parameters -> {});
    }

    SSLEngine server(Consumer<SSLParameters> changes) {
        return engine(servers.createSSLEngine(), false, changes);
    }

    private SSLEngine engine(SSLEngine engine, boolean client, Consumer<SSLParameters> changes) {
        engine.setUseClientMode(client);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        changes.accept(parameters);
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** Whether a connection went on with an earlier session; both ends have to know the same. */
    static boolean resumed(Conversation talk) {
        boolean client = resumed(talk.engine(Role.CLIENT));
        assertThat(resumed(talk.engine(Role.SERVER))).isEqualTo(client);
        return client;
    }

    private static boolean resumed(SSLEngine engine) {
        return ((TlsConnection) engine).info().orElseThrow().resumed();
    }
}
