package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Source and destination may be parts of one block of memory, side by side or over each other. */
class OneArrayTest {

    private static final int BLOCK = 1 << 20;
    private static final int PLACE = 200_000;
    private static final int[] SHIFTS = {-100_000, -16_500, -90, -22, -6, -5, -1, 0, 1, 5, 13, 21, 92, 16_500, 100_000};

    static List<Arguments> blocks() {
        List<Arguments> blocks = new ArrayList<>();
        for (Course course : new Course[] {Course.TLS13, Course.TLS12}) {
            for (boolean direct : new boolean[] {false, true}) {
                for (int length : new int[] {1, 70, 1 << 14}) blocks.add(Arguments.of(course, direct, length));
            }
        }
        return blocks;
    }

    @ParameterizedTest(name = "{0}, direct {1}, {2} bytes")
    @MethodSource("blocks")
    void dataIsSealedOverItself(Course course, boolean direct, int length) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        byte[] data = Data.of(length);
        ByteBuffer block = block(direct);
        for (int shift : SHIFTS) {
            for (int pieces = 0; pieces <= 2; pieces++) {
                int room = length + 100;
                block.put(PLACE, data);
                byte[] before = content(block, 0, BLOCK);
                ByteBuffer wire = block.slice(PLACE + shift, room);
                ByteBuffer[] sources = halves(block, PLACE, length, pieces);
                SSLEngine client = talk.engine(Role.CLIENT);
                SSLEngineResult sealed = pieces == 0 ? client.wrap(sources[0], wire) : client.wrap(sources, wire);
                assertThat(sealed.bytesConsumed()).isEqualTo(length);
                assertThat(sources).noneMatch(ByteBuffer::hasRemaining);
                assertOutsideUntouched(before, block, PLACE + shift, room);
                ByteBuffer opened = ByteBuffer.allocate(Plan.AMPLE);
                ByteBuffer record = ByteBuffer.wrap(content(wire, 0, wire.position()));
                assertThat(talk.engine(Role.SERVER).unwrap(record, opened).getStatus())
                        .isEqualTo(Status.OK);
                assertThat(content(opened, 0, opened.position())).isEqualTo(data);
            }
        }
    }

    @ParameterizedTest(name = "{0}, direct {1}, {2} bytes")
    @MethodSource("blocks")
    void aRecordIsOpenedWhereItLies(Course course, boolean direct, int length) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        byte[] data = Data.of(length);
        ByteBuffer block = block(direct);
        for (int shift : SHIFTS) {
            for (int pieces = 0; pieces <= 2; pieces++) {
                for (int room : new int[] {length, length + 100}) {
                    ByteBuffer sealed = ByteBuffer.allocate(Plan.AMPLE);
                    talk.engine(Role.SERVER).wrap(ByteBuffer.wrap(data), sealed);
                    int record = sealed.position();
                    block.put(PLACE, sealed, 0, record);
                    byte[] before = content(block, 0, BLOCK);
                    ByteBuffer[] plain = halves(block, PLACE + shift, room, pieces);
                    SSLEngine client = talk.engine(Role.CLIENT);
                    ByteBuffer source = block.slice(PLACE, record);
                    SSLEngineResult opened =
                            pieces == 0 ? client.unwrap(source, plain[0]) : client.unwrap(source, plain);
                    assertThat(opened.bytesProduced()).isEqualTo(length);
                    assertThat(source.hasRemaining()).isFalse();
                    assertThat(content(block, PLACE + shift, length)).isEqualTo(data);
                    assertOutsideUntouched(before, block, PLACE + shift, room);
                }
            }
        }
    }

    private static ByteBuffer block(boolean direct) {
        return direct ? ByteBuffer.allocateDirect(BLOCK) : ByteBuffer.allocate(BLOCK);
    }

    /** None stands for one buffer in a call that takes no more. */
    private static ByteBuffer[] halves(ByteBuffer block, int place, int length, int pieces) {
        if (pieces < 2) return new ByteBuffer[] {block.slice(place, length)};
        int half = length / 2;
        return new ByteBuffer[] {block.slice(place, half), block.slice(place + half, length - half)};
    }

    private static byte[] content(ByteBuffer buffer, int from, int length) {
        byte[] bytes = new byte[length];
        buffer.get(from, bytes);
        return bytes;
    }

    private static void assertOutsideUntouched(byte[] before, ByteBuffer block, int place, int room) {
        ByteBuffer was = ByteBuffer.wrap(before);
        assertThat(block.slice(0, place)).isEqualTo(was.slice(0, place));
        assertThat(block.slice(place + room, BLOCK - place - room))
                .isEqualTo(was.slice(place + room, BLOCK - place - room));
    }
}
