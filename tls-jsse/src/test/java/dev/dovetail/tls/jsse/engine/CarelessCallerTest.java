package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.jsse.TlsConnection;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that never look at the handshake's status, but call everything in turn, get there too. */
class CarelessCallerTest {

    /** One who calls. */
    private static final class Caller {

        private final SSLEngine engine;
        private final ByteBuffer in = ByteBuffer.allocate(4 * Plan.AMPLE);
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final ByteBuffer unsent;
        private int finished;

        Caller(SSLEngine engine, byte[] message) {
            this.engine = engine;
            unsent = ByteBuffer.wrap(message);
        }

        void turn(Caller peer) throws SSLException {
            ByteBuffer record = ByteBuffer.allocate(Plan.AMPLE);
            noted(engine.wrap(unsent, record));
            peer.in.put(record.flip());
            ByteBuffer data = ByteBuffer.allocate(Plan.AMPLE);
            in.flip();
            noted(engine.unwrap(in, data));
            in.compact();
            received.write(data.array(), 0, data.position());
            Runnable task = engine.getDelegatedTask();
            if (task != null) task.run();
        }

        private void noted(SSLEngineResult result) {
            if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) finished++;
            if (result.getStatus() != Status.OK) {
                assertThat(result.bytesConsumed() + result.bytesProduced()).isZero();
                assertThat(result.getStatus()).isEqualTo(Status.BUFFER_UNDERFLOW);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsCalledInTurn(Course course) throws SSLException {
        callInTurn(course.client(), course.server());
    }

    /** At first the server gives tickets, which nobody waits for; then they are of use. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void ticketsComeInBetween(String protocol) throws SSLException {
        Reconnections ends = Reconnections.of(protocol);
        for (boolean known : new boolean[] {false, true, true}) {
            SSLEngine client = ends.client();
            callInTurn(client, ends.server());
            assertThat(((TlsConnection) client).info().orElseThrow().resumed()).isEqualTo(known);
        }
    }

    private static void callInTurn(SSLEngine clientEngine, SSLEngine serverEngine) throws SSLException {
        byte[] up = Data.of(50_000);
        byte[] down = Data.of(30_000);
        Caller client = new Caller(clientEngine, up);
        Caller server = new Caller(serverEngine, down);
        for (int turns = 0; turns < 60; turns++) {
            client.turn(server);
            server.turn(client);
        }
        assertThat(server.received.toByteArray()).isEqualTo(up);
        assertThat(client.received.toByteArray()).isEqualTo(down);
        if (Stack.strict())
            assertThat(new int[] {client.finished, server.finished}).containsExactly(1, 1);
    }

    /** What is not its turn does nothing, takes nothing, and says whose turn it is. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aCallOutOfTurnTakesNothing(Course course) throws SSLException {
        SSLEngine client = course.client();
        client.beginHandshake();
        expect(client.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(10)), HandshakeStatus.NEED_WRAP);
        client.wrap(ByteBuffer.allocate(10), ByteBuffer.allocate(Plan.AMPLE));
        expect(client.wrap(ByteBuffer.allocate(10), ByteBuffer.allocate(Plan.AMPLE)), HandshakeStatus.NEED_UNWRAP);
        SSLEngine server = course.server();
        server.beginHandshake();
        expect(server.wrap(ByteBuffer.allocate(10), ByteBuffer.allocate(Plan.AMPLE)), HandshakeStatus.NEED_UNWRAP);
        SSLEngineResult none = server.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(0));
        assertThat(none.getStatus()).isEqualTo(Status.BUFFER_UNDERFLOW);
        assertThat(none.getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_UNWRAP);
    }

    private static void expect(SSLEngineResult result, HandshakeStatus status) {
        assertThat(result.getHandshakeStatus()).as(result.toString()).isEqualTo(status);
        assertThat(result.bytesConsumed() + result.bytesProduced()).isZero();
    }
}
