package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers go on calling when both sides are closed: they are told so, again and again, and nothing is thrown. */
class AfterTheEndTest {

    static Stream<Arguments> endings() {
        return Stream.of(Course.TLS13, Course.TLS12)
                .flatMap(course -> Stream.of(Role.values()).map(first -> Arguments.of(course, first)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void everyCallAnswersClosed(Course course, Role first) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        talk.carries(first, Data.of(10))
                .closes(first)
                .pump()
                .closes(first.peer())
                .pump();
        for (Role role : Role.values()) {
            SSLEngine engine = talk.engine(role);
            byte[] rest = {23, 3, 3, 0, 20, 1, 2, 3};
            for (int times = 0; times < 3; times++) {
                closed(engine.wrap(ByteBuffer.allocate(10), ByteBuffer.allocate(Plan.AMPLE)));
                closed(engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(0)));
                closed(engine.wrap(new ByteBuffer[0], 0, 0, ByteBuffer.allocate(Plan.AMPLE)));
                closed(engine.unwrap(ByteBuffer.wrap(rest), ByteBuffer.allocate(Plan.AMPLE)));
                closed(engine.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(0)));
                closed(engine.unwrap(ByteBuffer.allocateDirect(100), new ByteBuffer[0]));
                engine.closeInbound();
                engine.closeOutbound();
                assertThat(engine.isInboundDone() && engine.isOutboundDone()).isTrue();
                assertThat(engine.getDelegatedTask()).isNull();
                assertThat(engine.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
            }
            assertThat(engine.getSession().getProtocol()).isEqualTo(course.protocol());
            assertThat(engine.getHandshakeSession()).isNull();
        }
    }

    private static void closed(SSLEngineResult result) {
        assertThat(result.getStatus()).isEqualTo(Status.CLOSED);
        assertThat(result.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
        assertThat(result.bytesConsumed()).isZero();
        assertThat(result.bytesProduced()).isZero();
    }
}
