package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.EngineAt;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.extension.CookieExtension;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.server13.RetriedServer;
import dev.dovetail.tls.testkit.FixedRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server is fed the records of RFC 8448's clients, and sends the records of its servers, byte for byte. Recorded, and
 * so not ours, are the server's random, its ephemeral key pair and the bytes of its signature, which is played only if
 * it verifies over our content; in section 3 the ticket and its nonce, see {@link TicketScript}. Section 4 is in
 * {@link Rfc8448ServerResumptionReplayTest}.
 */
class Rfc8448ServerReplayTest {

    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {3, 6, 7})
    void sendsTheRecordsOfTheRecordedServer(int section) {
        try (Play play = new ReplayedServer(section).play()) {
            new Replay(play.engine()).playToTheEnd(Trace.section(section));
            play.assertSecretsAsRecorded();
        }
    }

    /** RFC 8448 5 from the second ClientHello on; before it, see {@link #asksAgainAsRecordedButForTheCookie}. */
    @Test
    void sendsTheRecordsOfTheRecordedServerBehindItsRetry() {
        Trace trace = Trace.section(5);
        Cast cast = new Cast(trace, Role.SERVER);
        FixedRandom random = new FixedRandom(Trace.random(trace.message(Role.SERVER, "ServerHello", 1)));
        Witness witness = new Witness();
        ServerConfig config = config(cast, cast.selection(cast.groupCodes(), cast.p256()), random, witness)
                .build();
        byte[] firstHello = trace.message(Role.CLIENT, "ClientHello", 0);
        byte[] retry = trace.message(Role.SERVER, "ServerHello", 0);
        try (TlsEngine engine = EngineAt.server(config, RetriedServer.behind(config, firstHello, retry))) {
            List<Trace.Step> sent = trace.sent();
            new Replay(engine).play(sent.subList(2, sent.size()));
            assertThat(engine.failure()).isEmpty();
        }
        assertThat(random.remaining()).as("random bytes nobody asked for").isZero();
        RecordedSecrets.of(trace).assertSameAs(witness);
    }

    /**
     * The recorded server wants P-256 although the client sent a share for x25519, which it knows too; ours takes a share
     * that is there, so here it knows P-256 and P-384 only. The cookie is 32 bytes of ours instead of the recorded 114;
     * all other bytes are the recorded ones.
     */
    @Test
    void asksAgainAsRecordedButForTheCookie() {
        Trace trace = Trace.section(5);
        Cast cast = new Cast(trace, Role.SERVER);
        byte[] cookie = new byte[32];
        Arrays.fill(cookie, (byte) 0xc0);
        Selection selection = cast.selection(List.of(0x0017, 0x0018), cast.p256());
        ServerConfig config = config(cast, selection, new FixedRandom(cookie), new Witness())
                .retryCookie()
                .build();
        ServerHello recorded =
                ServerHello.read(new HandshakeMessage(trace.message(Role.SERVER, "ServerHello", 0), null), Cast.CODECS);
        ServerHello expected = new ServerHello(
                recorded.site(),
                recorded.legacyVersion(),
                recorded.random(),
                recorded.sessionId(),
                recorded.suite(),
                recorded.extensions().copy().with(CookieExtension.INSTANCE, cookie));
        try (TlsEngine engine = TlsEngine.server(config)) {
            byte[] record = trace.sent().get(0).value("complete record");
            engine.receive(record, 0, record.length, new byte[0], 0, 0);
            byte[] out = new byte[1024];
            int length = engine.transmit(out, 0, out.length);
            assertThat(Arrays.copyOf(out, length)).isEqualTo(Messages.record(Messages.of(2, expected::write)));
        }
    }

    private static ServerConfig.Builder config(Cast cast, Selection selection, FixedRandom random, Witness witness) {
        return ReplayedServer.config(cast, selection).random(random).observer(witness);
    }
}
