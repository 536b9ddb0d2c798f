package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The courses that a handshake can take. */
enum Course {
    TLS13,
    TLS13_RSA,
    TLS13_RETRY,
    TLS13_CLIENT_CERTIFICATE,
    TLS13_NO_CLIENT_CERTIFICATE,
    TLS13_ALPN,
    TLS12,
    TLS12_RSA,
    TLS12_CLIENT_CERTIFICATE,
    TLS12_NO_CLIENT_CERTIFICATE,
    TLS12_ALPN;

    /**
     * RFC 8446 4.1.3: so begins the random that makes a ServerHello a HelloRetryRequest; headers and a version are
     * before it.
     */
    private static final byte[] RETRY = {(byte) 0xCF, 0x21, (byte) 0xAD, 0x74, (byte) 0xE5, (byte) 0x9A, 0x61, 0x11};

    private static final int RANDOM = Records.HEADER + 4 + 2;

    boolean tls13() {
        return name().startsWith("TLS13");
    }

    String protocol() {
        return tls13() ? "TLSv1.3" : "TLSv1.2";
    }

    SSLEngine client() {
        return client(Contexts.OWN);
    }

    SSLEngine server() {
        return server(Contexts.OWN);
    }

    SSLEngine client(Contexts contexts) {
        SSLContext context = name().endsWith("_CLIENT_CERTIFICATE") && !name().contains("NO_")
                ? contexts.clientWithKey()
                : contexts.clientWithoutKey();
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = parameters(engine);
        if (alpn()) parameters.setApplicationProtocols(new String[] {"h3", "h2", "http/1.1"});
        engine.setSSLParameters(parameters);
        return engine;
    }

    SSLEngine server(Contexts contexts) {
        SSLEngine engine = (name().endsWith("RSA") ? contexts.rsaServer() : contexts.server()).createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = parameters(engine);
        if (this == TLS13_RETRY) Groups.only(parameters, "secp384r1");
        if (name().endsWith("_CLIENT_CERTIFICATE")) {
            if (name().contains("NO_")) parameters.setWantClientAuth(true);
            else parameters.setNeedClientAuth(true);
        }
        if (alpn()) parameters.setApplicationProtocols(new String[] {"http/1.1", "h2"});
        engine.setSSLParameters(parameters);
        return engine;
    }

    private SSLParameters parameters(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {protocol()});
        return parameters;
    }

    private boolean alpn() {
        return name().endsWith("ALPN");
    }

    /** Two engines that have not begun. */
    Conversation begin(Plan plan) {
        return Conversation.between(client(), server(), plan);
    }

    /** Two engines that have come to know each other as they should. */
    Conversation connected(Plan plan) {
        Conversation conversation = begin(plan).handshake();
        check(conversation);
        return conversation;
    }

    /** Each end is who it should be, and both know the same. */
    void check(Conversation conversation) {
        SSLEngine client = conversation.client().engine();
        SSLEngine server = conversation.server().engine();
        SSLSession seen = client.getSession();
        assertThat(seen.getProtocol()).isEqualTo(protocol());
        assertThat(server.getSession().getProtocol()).isEqualTo(protocol());
        assertThat(server.getSession().getCipherSuite()).isEqualTo(seen.getCipherSuite());
        assertThat(client.getApplicationProtocol()).isEqualTo(alpn() ? "http/1.1" : "");
        assertThat(server.getApplicationProtocol()).isEqualTo(alpn() ? "http/1.1" : "");
        byte[] hello = conversation.wire(Role.SERVER).first();
        boolean retry = Arrays.equals(hello, RANDOM, RANDOM + RETRY.length, RETRY, 0, RETRY.length);
        assertThat(retry).isEqualTo(this == TLS13_RETRY);
        peers(seen, server.getSession());
    }

    private void peers(SSLSession client, SSLSession server) {
        try {
            assertThat(client.getPeerCertificates()).hasSize(1);
            assertThat(client.getPeerCertificates()[0].getPublicKey().getAlgorithm())
                    .isEqualTo(name().endsWith("RSA") ? "RSA" : "EC");
            if (name().endsWith("_CLIENT_CERTIFICATE") && !name().contains("NO_")) {
                assertThat(server.getPeerPrincipal().getName()).contains("a client");
            } else {
                assertThatThrownBy(server::getPeerCertificates).isInstanceOf(SSLPeerUnverifiedException.class);
            }
        } catch (SSLPeerUnverifiedException e) {
            throw new AssertionError(e);
        }
    }
}
