package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.EngineAt;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.OpaqueExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.testkit.FixedRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A client is fed the records of RFC 8448's servers, and sends the records of its clients, byte for byte. Recorded, and so
 * not ours, are the ClientHello as a whole (its client offers session tickets of TLS 1.2 although it has no TLS 1.2), its
 * ephemeral key pair, and the bytes of the client's signature in section 6, which is played only if it verifies over our
 * content. What comes behind ServerHello is ours: the server's signature and Finished are checked, the ticket is kept.
 * Section 4 is in {@link Rfc8448ClientResumptionReplayTest}.
 */
class Rfc8448ClientReplayTest {

    private static final int COOKIE = 44;
    private static final int PADDING = 21;
    private static final int SESSION_TICKET = 35;
    private static final int RENEGOTIATION_INFO = 0xff01;

    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {3, 6, 7})
    void sendsTheRecordsOfTheRecordedClient(int section) {
        try (ClientSessions kept = ReplayedClient.noSessionsYet(RecordedTicket.GIVEN);
                Play play = new ReplayedClient(section).play(kept)) {
            new Replay(play.engine()).playToTheEnd(Trace.section(section));
            play.assertSecretsAsRecorded();
            assertThat(kept.size()).as("tickets").isEqualTo(section == 3 ? 1 : 0);
        }
    }

    /**
     * Our own ClientHello is the recorded one without two extensions, session_ticket and renegotiation_info: they belong to
     * TLS 1.2, which is not enabled here.
     */
    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {3, 5, 6, 7})
    void opensLikeTheRecordedClient(int section) {
        Trace trace = Trace.section(section);
        Cast cast = new Cast(trace, Role.CLIENT);
        ClientHello recorded = cast.hello();
        ExtensionBlock kept = new ExtensionBlock();
        for (int code : recorded.extensions().order()) {
            if (List.of(SESSION_TICKET, RENEGOTIATION_INFO).contains(code)) continue;
            OpaqueExtension extension = new OpaqueExtension(code, "extension " + code, Set.of(Site.CLIENT_HELLO));
            kept.with(extension, recorded.extensions().data(code).orElseThrow());
        }
        byte[] expected = Messages.record(Messages.of(1, recorded.with(kept)::write));
        expected[2] = 1;
        FixedRandom random = new FixedRandom(recorded.random(), recorded.sessionId());
        ClientConfig config = config(cast, new Witness(), random, cast.x25519());
        try (TlsEngine engine = TlsEngine.client(config)) {
            byte[] out = new byte[1024];
            int length = engine.transmit(out, 0, out.length);
            assertThat(Arrays.copyOf(out, length)).isEqualTo(expected);
        }
        assertThat(random.remaining()).isZero();
    }

    /**
     * RFC 8448 5 from the second ClientHello on, which is sent as recorded: the place of its cookie is
     * the recorded client's own choice. Before it, see {@link #answersTheRetryAsRecordedButForOrder}.
     */
    @Test
    void sendsTheRecordsOfTheRecordedClientBehindTheRetry() {
        Trace trace = Trace.section(5);
        Cast cast = new Cast(trace, Role.CLIENT);
        Witness witness = new Witness();
        FixedRandom nameOfTheSession = new FixedRandom(new byte[Session.NAME_LENGTH]);
        ClientConfig config = config(cast, witness, nameOfTheSession, cast.x25519(), cast.p256());
        UsableSuite suite = config.selection().suites().get(0);
        Transcript transcript = new Transcript();
        transcript.add(trace.message(Role.CLIENT, "ClientHello", 0));
        transcript.use(suite.hash());
        transcript.replaceByMessageHash();
        transcript.add(trace.message(Role.SERVER, "ServerHello", 0));
        byte[] hello = trace.message(Role.CLIENT, "ClientHello", 1);
        State start = RecordedHello.second(config, hello, ReplayedClient.share(config, cast.p256()), transcript, suite);
        try (TlsEngine engine = EngineAt.client(config, start)) {
            List<Trace.Step> sent = trace.sent();
            new Replay(engine).play(sent.subList(2, sent.size()));
            assertThat(engine.failure()).isEmpty();
        }
        RecordedSecrets.of(trace).assertSameAs(witness);
    }

    /**
     * Our cookie and padding stand in another order than the recorded ones, which is legal; there is as much padding, for
     * the same reason (RFC 7685).
     */
    @Test
    void answersTheRetryAsRecordedButForOrder() {
        Trace trace = Trace.section(5);
        Cast cast = new Cast(trace, Role.CLIENT);
        ClientConfig config = config(cast, new Witness(), cast.x25519(), cast.p256());
        byte[] first = trace.message(Role.CLIENT, "ClientHello", 0);
        State start = RecordedHello.first(config, first, ReplayedClient.share(config, cast.x25519()));
        byte[] retry = trace.sent().get(1).value("complete record");
        byte[] out = new byte[2048];
        int length;
        try (TlsEngine engine = EngineAt.client(config, start)) {
            assertThat(engine.transmit(out, 0, out.length)).isEqualTo(first.length + 5);
            engine.receive(retry, 0, retry.length, new byte[0], 0, 0);
            length = engine.transmit(out, 0, out.length);
        }
        ClientHello recorded = read(trace.message(Role.CLIENT, "ClientHello", 1));
        ClientHello ours = read(Arrays.copyOfRange(out, 5, length));
        assertThat(Arrays.copyOf(out, 3)).as("type and version of the record").containsExactly(22, 3, 3);
        assertThat(ours.legacyVersion()).isEqualTo(recorded.legacyVersion());
        assertThat(ours.random()).isEqualTo(recorded.random());
        assertThat(ours.sessionId()).isEqualTo(recorded.sessionId());
        assertThat(ours.suites()).isEqualTo(recorded.suites());
        assertThat(ours.compression()).isEqualTo(recorded.compression());
        assertThat(orderWithout(ours, COOKIE, PADDING)).isEqualTo(orderWithout(recorded, COOKIE, PADDING));
        for (int code : ours.extensions().order()) {
            assertThat(ours.extensions().data(code).orElseThrow())
                    .as("extension %d", code)
                    .isEqualTo(recorded.extensions().data(code).orElseThrow());
        }
        assertThat(ours.extensions().codes())
                .isEqualTo(recorded.extensions().codes())
                .contains(COOKIE, PADDING);
    }

    private static List<Integer> orderWithout(ClientHello hello, Integer... codes) {
        List<Integer> order = new ArrayList<>(hello.extensions().order());
        order.removeAll(List.of(codes));
        return order;
    }

    private static ClientHello read(byte[] message) {
        return ClientHello.read(new HandshakeMessage(message, null), Cast.CODECS);
    }

    private static ClientConfig config(Cast cast, Witness witness, RecordedPair... pairs) {
        return config(cast, witness, new FixedRandom(), pairs);
    }

    private static ClientConfig config(Cast cast, Witness witness, FixedRandom random, RecordedPair... pairs) {
        return ReplayedClient.config(cast, cast.selection(cast.groupCodes(), pairs))
                .random(random)
                .observer(witness)
                .build();
    }
}
