package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Buffers of every kind, from every position in them, whole and in pieces. */
class PositionTest {

    private static final int LENGTH = 70;
    private static final int ROOM = 400;
    private static final byte UNTOUCHED = 0x5a;

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void recordsGoFromAndToEveryPosition(Course course) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        for (int kinds = 0; kinds < 8; kinds++) {
            for (int position = 0; position < 70; position++) {
                SSLEngine from = talk.engine(position % 2 == 0 ? Role.CLIENT : Role.SERVER);
                SSLEngine to = talk.engine(position % 2 == 0 ? Role.SERVER : Role.CLIENT);
                ByteBuffer source = filled((kinds & 1) != 0, position);
                ByteBuffer wire = blank((kinds & 2) != 0).position(position);
                ByteBuffer plain = blank((kinds & 4) != 0).position(position);
                SSLEngineResult sealed = from.wrap(source, wire);
                assertThat(sealed.bytesConsumed()).isEqualTo(LENGTH);
                assertThat(source.hasRemaining()).isFalse();
                assertThat(wire.position()).isEqualTo(position + sealed.bytesProduced());
                wire.flip().position(position);
                SSLEngineResult opened = to.unwrap(wire, plain);
                assertThat(opened.bytesProduced()).isEqualTo(LENGTH);
                assertThat(wire.hasRemaining()).isFalse();
                assertThat(content(plain.flip().position(position))).isEqualTo(Data.of(LENGTH));
                for (int i = 0; i < position; i++) assertThat(plain.get(i)).isEqualTo(UNTOUCHED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dataIsGatheredAndScatteredAtEverySplit(boolean direct) throws SSLException {
        Conversation talk = Course.TLS13.connected(Plan.plain());
        SSLEngine from = talk.engine(Role.CLIENT);
        SSLEngine to = talk.engine(Role.SERVER);
        ByteBuffer wire = blank(direct);
        for (int split = 0; split <= LENGTH; split++) {
            ByteBuffer first = filled(direct, 3).limit(3 + split);
            ByteBuffer rest = filled(!direct, 5).position(5 + split).asReadOnlyBuffer();
            SSLEngineResult sealed = from.wrap(new ByteBuffer[] {first, rest}, wire.clear());
            assertThat(sealed.bytesConsumed()).isEqualTo(LENGTH);
            ByteBuffer head = blank(direct).position(7).limit(7 + split);
            ByteBuffer tail = blank(!direct).position(9).limit(9 + LENGTH - split);
            SSLEngineResult opened = to.unwrap(wire.flip(), new ByteBuffer[] {head, tail});
            assertThat(opened.bytesProduced()).isEqualTo(LENGTH);
            byte[] all = new byte[LENGTH];
            head.flip().position(7).get(all, 0, split);
            tail.flip().position(9).get(all, split, LENGTH - split);
            assertThat(all).isEqualTo(Data.of(LENGTH));
        }
    }

    /** It is opened once, stays the caller's, and comes when there is room, whatever the buffers are by then. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatDoesNotFitIsKept(boolean direct) throws SSLException {
        Conversation talk = Course.TLS13.connected(Plan.plain());
        ByteBuffer wire = blank(direct);
        talk.engine(Role.CLIENT).wrap(filled(direct, 0), wire);
        wire.flip();
        SSLEngine to = talk.engine(Role.SERVER);
        for (int room : List.of(0, 1, LENGTH - 1)) {
            SSLEngineResult early = to.unwrap(wire, blank(direct).limit(room));
            assertThat(early.getStatus()).isEqualTo(Status.BUFFER_OVERFLOW);
            assertThat(early.bytesConsumed() + early.bytesProduced() + wire.position())
                    .isZero();
        }
        ByteBuffer plain = blank(!direct).limit(LENGTH);
        assertThat(to.unwrap(wire, plain).bytesConsumed()).isEqualTo(wire.limit());
        assertThat(content(plain.flip())).isEqualTo(Data.of(LENGTH));
        talk.carries(Role.CLIENT, Data.of(100)).carries(Role.SERVER, Data.of(100));
    }

    private static ByteBuffer blank(boolean direct) {
        ByteBuffer buffer = direct ? ByteBuffer.allocateDirect(ROOM) : ByteBuffer.allocate(ROOM + 11);
        ByteBuffer window = direct ? buffer : buffer.position(11).slice();
        Stream.iterate(0, i -> i + 1).limit(ROOM).forEach(i -> window.put(i, UNTOUCHED));
        return window;
    }

    private static ByteBuffer filled(boolean direct, int position) {
        ByteBuffer buffer = blank(direct).position(position);
        return buffer.put(Data.of(LENGTH)).flip().position(position);
    }

    private static byte[] content(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
