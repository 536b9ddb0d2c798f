package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ends of connections: in order, half, and cut off. */
class ClosingTest {

    /** RFC 8446 6.1: each end closes its own direction, and goes on reading. */
    @ParameterizedTest
    @EnumSource
    void inTls13EachEndClosesItsOwnDirection(Role first) {
        Role second = first.peer();
        Conversation talk = Course.TLS13.connected(Plan.plain());
        talk.carries(first, Data.of(100)).closes(first).pump();
        assertThat(talk.engine(first).isOutboundDone()).isTrue();
        assertThat(talk.engine(first).isInboundDone()).isFalse();
        assertThat(talk.engine(second).isInboundDone()).isTrue();
        assertThat(talk.engine(second).isOutboundDone()).isFalse();

        talk.carries(second, Data.of(40_000), Data.of(1)).closes(second).pump().over();
    }

    /** RFC 5246 7.2.1: whoever is told that it is over answers at once, and drops what it would have sent. */
    @ParameterizedTest
    @EnumSource
    void inTls12OneEndClosesBothDirections(Role first) {
        Conversation talk = Course.TLS12.connected(Plan.plain());
        talk.carries(first, Data.of(100)).closes(first).pump().over();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void bothMayCloseAtOnce(Course course) {
        Conversation talk = course.connected(Plan.plain());
        talk.closes(Role.CLIENT).closes(Role.SERVER).pump().over();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void dataBeforeTheEndArrives(Course course) {
        for (int room : new int[] {0, 10, Plan.AMPLE}) {
            Conversation talk = course.connected(Plan.plain().plaintexts(room));
            byte[] data = Data.of(40_000);
            talk.queue(Role.CLIENT, data).steps(20).closes(Role.CLIENT).pump().received(Role.SERVER, data);
            assertThat(talk.engine(Role.SERVER).isInboundDone()).isTrue();
        }
    }

    /** What the peer has sent before it heard of the end is not lost. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void dataUnderWayArrivesWhereItIsClosed(Course course) {
        byte[] data = Data.of(40_000);
        Conversation talk = course.connected(Plan.plain()).queue(Role.SERVER, data);
        for (int records = 0; records < 3; records++) talk.end(Role.SERVER).step();
        talk.closes(Role.CLIENT).pump().received(Role.CLIENT, data);
        talk.closes(Role.SERVER).pump().over();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void closingAgainChangesNothing(Course course) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        talk.closes(Role.CLIENT).closes(Role.CLIENT).pump().closes(Role.CLIENT).pump();
        talk.closes(Role.SERVER)
                .pump()
                .closes(Role.SERVER)
                .closes(Role.CLIENT)
                .pump()
                .over();
        for (Role role : Role.values()) {
            talk.engine(role).closeInbound();
            talk.engine(role).closeInbound();
        }
        talk.over();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void theEndIsToldByTheCallThatReadsItAndByAllAfterIt(Course course) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        SSLEngine client = talk.engine(Role.CLIENT);
        SSLEngine server = talk.engine(Role.SERVER);
        client.closeOutbound();
        assertThat(client.isOutboundDone()).isFalse();
        assertThat(client.getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_WRAP);
        ByteBuffer alert = ByteBuffer.allocate(Plan.AMPLE);
        SSLEngineResult wrapped = client.wrap(ByteBuffer.wrap(new byte[10]), alert);
        assertThat(wrapped.getStatus()).isEqualTo(Status.CLOSED);
        assertThat(wrapped.bytesConsumed()).isZero();
        assertThat(client.isOutboundDone()).isTrue();

        SSLEngineResult unwrapped = server.unwrap(alert.flip(), ByteBuffer.allocate(Plan.AMPLE));
        assertThat(unwrapped.getStatus()).isEqualTo(Status.CLOSED);
        assertThat(unwrapped.bytesConsumed()).isEqualTo(wrapped.bytesProduced());
        assertThat(unwrapped.getHandshakeStatus())
                .isEqualTo(course.tls13() ? HandshakeStatus.NOT_HANDSHAKING : HandshakeStatus.NEED_WRAP);
        assertThat(server.isInboundDone()).isTrue();
        assertThat(server.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(0)).getStatus())
                .isEqualTo(Status.CLOSED);
    }

    /** RFC 8446 6.1: without close_notify nobody can tell whether all data has arrived. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void anEndWithoutCloseNotifyIsAnError(Course course) {
        for (Role role : Role.values()) {
            Conversation talk = course.connected(Plan.plain()).carries(role, Data.of(10));
            assertThatThrownBy(() -> talk.engine(role).closeInbound()).isInstanceOf(SSLException.class);
            talk.closes(role).pump();
            assertThat(talk.engine(role).isOutboundDone()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void anEndAfterCloseNotifyIsNoError(Course course) throws SSLException {
        Conversation talk = course.connected(Plan.plain()).closes(Role.CLIENT).pump();
        talk.engine(Role.SERVER).closeInbound();
        assertThat(talk.engine(Role.SERVER).isInboundDone()).isTrue();
        talk.closes(Role.SERVER).pump().over();
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNotBegunEndsWithoutAnError(Role role) throws SSLException {
        SSLEngine engine = role == Role.CLIENT ? Course.TLS13.client() : Course.TLS13.server();
        engine.closeInbound();
        engine.closeOutbound();
        for (int calls = 0; calls < 3 && !engine.isOutboundDone(); calls++) {
            engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(Plan.AMPLE));
        }
        assertThat(engine.isOutboundDone()).isTrue();
        assertThat(engine.isInboundDone()).isTrue();
        assertThat(engine.wrap(ByteBuffer.allocate(1), ByteBuffer.allocate(Plan.AMPLE)))
                .extracting(SSLEngineResult::getStatus, SSLEngineResult::bytesProduced)
                .containsExactly(Status.CLOSED, 0);
    }

    /** After any number of steps one end has had enough. The other is told, and neither waits. */
    @ParameterizedTest
    @EnumSource
    void aHandshakeMayBeClosedAtAnyTime(Course course) {
        for (Role who : Role.values()) {
            for (int steps = 1; steps < 40; steps++) {
                Conversation talk = course.begin(Plan.plain().with(Cut.records()));
                talk.begin().steps(steps).closes(who).pump();
                assertThat(talk.engine(who).isOutboundDone())
                        .as(talk.toString())
                        .isTrue();
                assertThat(talk.engine(who.peer()).isInboundDone())
                        .as(talk.toString())
                        .isTrue();
                talk.closes(who.peer()).pump();
                assertThat(talk.engine(who.peer()).isOutboundDone())
                        .as(talk.toString())
                        .isTrue();
            }
        }
    }

    /**
     * The network breaks behind each record of each end: the other is told when its caller says that there is no
     * more.
     */
    @ParameterizedTest
    @EnumSource
    void aConnectionMayBreakAtAnyTime(Course course) {
        for (Role who : Role.values()) {
            int records = course.connected(Plan.plain()).wire(who).lengths().size();
            for (int record = 0; record < records; record++) {
                Conversation talk = course.begin(Plan.plain());
                int last = record;
                talk.wire(who).changing(index -> index < last ? null : bytes -> new byte[0]);
                talk.begin().pump();
                SSLEngine waiting = talk.engine(who.peer());
                assertThatThrownBy(waiting::closeInbound).isInstanceOf(SSLException.class);
                talk.closes(who.peer()).pump();
                assertThat(waiting.isOutboundDone()).as(talk.toString()).isTrue();
                if (Stack.strict()) assertThat(waiting.getHandshakeSession()).isNull();
            }
        }
    }
}
