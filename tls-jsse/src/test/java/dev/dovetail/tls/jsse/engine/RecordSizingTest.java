package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.handshake.RecordSizing;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much data goes into a record is an option of the provider. */
class RecordSizingTest {

    private static final RecordSizing SMALL_FIRST = new RecordSizing(1000, 100, 3, Duration.ofHours(1));
    private static final int HEADER = 5;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void smallRecordsComeFirstOnTheWire(String protocol) throws Exception {
        Conversation talk = talk(protocol, 0);
        for (Role role : Role.values()) {
            assertThat(contents(talk, role, ByteBuffer.allocate(2500))).containsExactly(100, 100, 100, 1000, 1000, 200);
            assertThat(contents(talk, role, ByteBuffer.allocate(1500))).containsExactly(1000, 500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void smallRecordsComeFirstOutOfDirectBuffersAndPieces(String protocol) throws Exception {
        Conversation talk = talk(protocol, 0);
        assertThat(contents(talk, Role.CLIENT, ByteBuffer.allocateDirect(1300))).containsExactly(100, 100, 100, 1000);
        ByteBuffer[] pieces = {ByteBuffer.allocate(30), ByteBuffer.allocateDirect(100), ByteBuffer.allocate(1270)};
        assertThat(contents(talk, Role.SERVER, pieces)).containsExactly(100, 100, 100, 1000, 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theLongestPacketOfAnEngineShortensThem(String protocol) throws Exception {
        Conversation talk = talk(protocol, 151);
        assertThat(contents(talk, Role.CLIENT, ByteBuffer.allocate(220))).containsExactly(50, 50, 50, 50, 20);
        assertThat(contents(talk, Role.SERVER, ByteBuffer.allocate(350))).containsExactly(100, 100, 100, 50);
    }

    /** Sends all of it, one record a call; how much each one has. */
    private static List<Integer> contents(Conversation talk, Role role, ByteBuffer... data) throws SSLException {
        SSLEngine from = talk.engine(role);
        SSLEngine to = talk.engine(role.peer());
        List<Integer> contents = new ArrayList<>();
        while (data[data.length - 1].hasRemaining()) {
            ByteBuffer wire = ByteBuffer.allocate(Plan.AMPLE);
            SSLEngineResult sealed = data.length == 1 ? from.wrap(data[0], wire) : from.wrap(data, wire);
            wire.flip();
            assertThat(wire.remaining()).isEqualTo(HEADER + wire.getShort(3));
            contents.add(sealed.bytesConsumed());
            SSLEngineResult opened = to.unwrap(wire, ByteBuffer.allocate(Plan.AMPLE));
            assertThat(opened.bytesProduced()).isEqualTo(sealed.bytesConsumed());
        }
        return contents;
    }

    private static Conversation talk(String protocol, int clientPacket) throws GeneralSecurityException {
        SSLEngine client = engine(protocol, null);
        SSLParameters parameters = client.getSSLParameters();
        parameters.setMaximumPacketSize(clientPacket);
        client.setSSLParameters(parameters);
        client.setUseClientMode(true);
        SSLEngine server = engine(protocol, Contexts.serverKeys());
        server.setUseClientMode(false);
        return Conversation.between(client, server, Plan.plain()).handshake();
    }

    private static SSLEngine engine(String protocol, KeyManager[] keys) throws GeneralSecurityException {
        DovetailOptions options = DovetailOptions.of(Catalog.discover()).recordSizing(SMALL_FIRST);
        SSLContext context = SSLContext.getInstance(protocol, new DovetailProvider(options));
        context.init(keys, Contexts.trust(), null);
        return context.createSSLEngine();
    }
}
