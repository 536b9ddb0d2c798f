package dev.dovetail.tls.jsse.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.socket.DovetailSocketFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties about the ends of connections, given to one context. */
class CloseSettingsTest {

    @ParameterizedTest
    @CsvSource({"TLSv1.3, false, false", "TLSv1.3, true, true", "TLSv1.2, false, true", "TLSv1.2, true, true"})
    void inTls13ACloseNotifyIsAnsweredIfThePropertySaysSo(String protocol, String value, boolean answered)
            throws Exception {
        TlsContext context = context(Map.of("jdk.tls.acknowledgeCloseNotify", value));
        for (boolean clientFirst : new boolean[] {true, false}) {
            SSLEngine client = Contexts.engine(context, true, protocol);
            SSLEngine server = Contexts.engine(context, false, protocol);
            EngineLink link = EngineLink.between(client, server).run();
            SSLEngine first = clientFirst ? client : server;
            SSLEngine second = clientFirst ? server : client;
            first.closeOutbound();
            link.run();
            assertThat(second.isInboundDone()).isTrue();
            assertThat(second.isOutboundDone()).isEqualTo(answered);
            assertThat(first.isInboundDone()).isEqualTo(answered);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aMissingCloseNotifyIsAnErrorUnlessThePropertySaysOtherwise(String protocol) throws Exception {
        assertThatThrownBy(() -> behindTheLastByte(Map.of(), protocol)).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> behindTheLastByte(Map.of("com.sun.net.ssl.requireCloseNotify", "true"), protocol))
                .isInstanceOf(SSLException.class);
        assertThat(behindTheLastByte(Map.of("com.sun.net.ssl.requireCloseNotify", "false"), protocol))
                .isEqualTo(-1);
    }

    @Test
    void anEngineLeavesTheJudgementToItsCaller() throws Exception {
        TlsContext context = context(Map.of("com.sun.net.ssl.requireCloseNotify", "false"));
        SSLEngine client = Contexts.engine(context, true, "TLSv1.3");
        EngineLink.between(client, Contexts.engine(context, false, "TLSv1.3")).run();
        assertThatThrownBy(client::closeInbound).isInstanceOf(SSLException.class);
        assertThat(client.isInboundDone()).isTrue();
    }

    /** What a client reads when the server's transport ends without a word. */
    private static int behindTheLastByte(Map<String, String> properties, String protocol) throws Exception {
        DovetailSocketFactory factory = new DovetailSocketFactory(context(properties));
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(listening, factory));
            try (SSLSocket client =
                    (SSLSocket) factory.createSocket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
                client.setSoTimeout(30_000);
                client.setEnabledProtocols(new String[] {protocol});
                assertThat(client.getInputStream().read()).isEqualTo('x');
                return client.getInputStream().read();
            } finally {
                serving.get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static void serve(ServerSocket listening, DovetailSocketFactory factory) {
        try (Socket transport = listening.accept()) {
            SSLSocket server = (SSLSocket) factory.createSocket(transport, "localhost", 1, true);
            server.setUseClientMode(false);
            server.getOutputStream().write('x');
            server.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TlsContext context(Map<String, String> properties) throws GeneralSecurityException {
        return Contexts.context(DovetailOptions.of(Catalog.discover()), properties);
    }
}
