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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one side may still do when the other has ended, and what a call that begins nothing answers. */
class OneSidedEndTest {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    @ParameterizedTest
    @EnumSource
    void behindAPeerThatJustStoppedOurSideMaySpeakOnInTls13(Role who) throws SSLException {
        Conversation talk = Course.TLS13.connected(Plan.plain());
        SSLEngine engine = talk.engine(who);
        assertThatThrownBy(engine::closeInbound).isInstanceOf(SSLException.class);
        assertThat(engine.isOutboundDone()).isFalse();
        ByteBuffer record = ByteBuffer.allocate(1 << 15);
        assertThat(engine.wrap(ByteBuffer.wrap(Data.of(5)), record).bytesConsumed())
                .isEqualTo(5);
        ByteBuffer plain = ByteBuffer.allocate(1 << 15);
        talk.engine(who.peer()).unwrap(record.flip(), plain);
        assertThat(plain.position()).isEqualTo(5);
        engine.closeOutbound();
        assertThat(engine.wrap(NOTHING, record.clear()).getStatus()).isEqualTo(Status.CLOSED);
        assertThat(talk.engine(who.peer()).unwrap(record.flip(), plain).getStatus())
                .isEqualTo(Status.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void behindAPeerThatJustStoppedOurSideSaysGoodbyeInTls12(Role who) throws SSLException {
        Conversation talk = Course.TLS12.connected(Plan.plain());
        SSLEngine engine = talk.engine(who);
        assertThatThrownBy(engine::closeInbound).isInstanceOf(SSLException.class);
        ByteBuffer record = ByteBuffer.allocate(1 << 15);
        SSLEngineResult goodbye = engine.wrap(ByteBuffer.wrap(Data.of(5)), record);
        assertThat(goodbye.bytesConsumed()).isZero();
        assertThat(goodbye.getStatus()).isEqualTo(Status.CLOSED);
        assertThat(talk.engine(who.peer())
                        .unwrap(record.flip(), ByteBuffer.allocate(1 << 15))
                        .getStatus())
                .isEqualTo(Status.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aConnectionThatHasFailedBeginsNoHandshake(Course course) {
        Conversation talk = course.begin(Plan.plain());
        talk.wire(Role.CLIENT).changing(index -> bytes -> new byte[] {1, 2, 3, 4, 5, 6});
        talk.begin().pump();
        assertThat(talk.end(Role.SERVER).failures()).isNotEmpty();
        assertThatThrownBy(talk.engine(Role.SERVER)::beginHandshake).isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void newKeysAreToldOfBehindTheirMessage(Role who) throws SSLException {
        SSLEngine engine = Course.TLS13.connected(Plan.plain()).engine(who);
        engine.beginHandshake();
        assertThat(engine.wrap(NOTHING, ByteBuffer.allocate(1 << 15)).getHandshakeStatus())
                .isEqualTo(HandshakeStatus.FINISHED);
        assertThat(engine.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
    }

    @Test
    void aClientThatHasNotSpokenIsToldToSpeakHoweverOftenItListens() throws SSLException {
        SSLEngine client = Course.TLS13.client();
        client.beginHandshake();
        for (int i = 0; i < 3; i++) {
            SSLEngineResult result = client.unwrap(NOTHING, ByteBuffer.allocate(1 << 15));
            assertThat(result.getStatus()).isEqualTo(Status.OK);
            assertThat(result.getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_WRAP);
        }
    }
}
