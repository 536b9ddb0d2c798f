package dev.dovetail.tls.benchmarks.peers;

import dev.dovetail.tls.benchmarks.CountingTrust;
import dev.dovetail.tls.benchmarks.PeerEngines;
import dev.dovetail.tls.benchmarks.PeerSetting;
import dev.dovetail.tls.benchmarks.ServerIdentity;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A client's context of Netty's, and a context for each server. */
final class TcnativeEngines implements PeerEngines {

    private final CountingTrust trust;
    private final SslContext client;
    private final List<SslContext> servers = new ArrayList<>();
    private int next;

    TcnativeEngines(PeerSetting setting, List<ServerIdentity> identities)
            throws GeneralSecurityException, SSLException {
        TrustManagerFactory roots = TrustManagerFactory.getInstance("PKIX");
        roots.init(identities.get(0).trustStore());
        this.trust = CountingTrust.around(roots.getTrustManagers());
        this.client = context(SslContextBuilder.forClient().trustManager(trust), setting);
        keepSessions(client, setting.resuming());
        for (ServerIdentity identity : identities) servers.add(server(setting, identity));
    }

    private static SslContext server(PeerSetting setting, ServerIdentity identity) throws SSLException {
        X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
        SslContext server = context(SslContextBuilder.forServer(identity.privateKey(), chain), setting);
        keepSessions(server, setting.resuming());
        // It gives tickets once it has keys for them.
        if (setting.resuming()) ((OpenSslSessionContext) server.sessionContext()).setTicketKeys(ticketKey());
        return server;
    }

    private static SslContext context(SslContextBuilder builder, PeerSetting setting) throws SSLException {
        builder.sslProvider(SslProvider.OPENSSL_REFCNT).protocols(setting.protocol());
        // BoringSSL chooses among the suites of TLS 1.3 itself: whoever names one is told so in the log, for each
        // context.
        if (!setting.tls13()) builder.ciphers(List.of(setting.suite()));
        if (setting.group().isPresent()) {
            builder.option(OpenSslContextOption.GROUPS, setting.groups().toArray(String[]::new));
        }
        return builder.build();
    }

    private static void keepSessions(SslContext context, boolean resuming) {
        ((OpenSslSessionContext) context.sessionContext()).setSessionCacheEnabled(resuming);
    }

    private static OpenSslSessionTicketKey ticketKey() {
        return new OpenSslSessionTicketKey(
                random(OpenSslSessionTicketKey.NAME_SIZE),
                random(OpenSslSessionTicketKey.HMAC_KEY_SIZE),
                random(OpenSslSessionTicketKey.AES_KEY_SIZE));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public SSLEngine client(int port) {
        SSLEngine engine = client.newEngine(ByteBufAllocator.DEFAULT, ServerIdentity.HOST, port);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }

    @Override
    public SSLEngine server() {
        SslContext server = servers.get(next);
        next = (next + 1) % servers.size();
        return server.newEngine(ByteBufAllocator.DEFAULT);
    }

    @Override
    public long verifications() {
        return trust.count();
    }

    @Override
    public boolean ticketsWait() {
        return true;
    }

    @Override
    public void release(SSLEngine engine) {
        ReferenceCountUtil.release(engine);
    }
}
