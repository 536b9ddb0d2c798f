package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that cannot be meant are refused, whatever the state, and change nothing. */
class ArgumentsTest {

    private static final ByteBuffer NONE = null;

    /** Engines before, in, after and beyond a handshake. */
    static Stream<SSLEngine> engines() {
        Conversation closed = Course.TLS13.connected(Plan.plain());
        closed.closes(Role.CLIENT).pump().closes(Role.SERVER).pump();
        return Stream.of(
                Course.TLS13.client(),
                Course.TLS13.server(),
                Course.TLS13.begin(Plan.plain()).begin().steps(2).engine(Role.SERVER),
                Course.TLS13.connected(Plan.plain()).engine(Role.CLIENT),
                Course.TLS12.connected(Plan.plain()).engine(Role.SERVER),
                closed.engine(Role.CLIENT));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void nullIsRefused(SSLEngine engine) {
        ByteBuffer some = ByteBuffer.allocate(Plan.AMPLE);
        ByteBuffer[] several = {some.duplicate(), some.duplicate()};
        ByteBuffer[] holes = {some.duplicate(), null};
        ByteBuffer[] none = null;
        refuses(IllegalArgumentException.class, () -> engine.wrap(NONE, some));
        refuses(IllegalArgumentException.class, () -> engine.wrap(some, NONE));
        refuses(IllegalArgumentException.class, () -> engine.unwrap(NONE, some));
        refuses(IllegalArgumentException.class, () -> engine.unwrap(some, NONE));
        refuses(IllegalArgumentException.class, () -> engine.wrap(none, some));
        refuses(IllegalArgumentException.class, () -> engine.unwrap(some, none));
        refuses(IllegalArgumentException.class, () -> engine.wrap(holes, some));
        refuses(IllegalArgumentException.class, () -> engine.unwrap(some, holes));
        refuses(IllegalArgumentException.class, () -> engine.wrap(none, 0, 0, some));
        refuses(IllegalArgumentException.class, () -> engine.unwrap(some, none, 0, 0));
        refuses(IllegalArgumentException.class, () -> engine.wrap(several, NONE));
        refuses(IllegalArgumentException.class, () -> engine.unwrap(NONE, several));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void partsThatAnArrayDoesNotHaveAreRefused(SSLEngine engine) {
        ByteBuffer some = ByteBuffer.allocate(Plan.AMPLE);
        ByteBuffer[] two = {some.duplicate(), some.duplicate()};
        int[][] parts = {{-1, 1}, {0, -1}, {0, 3}, {1, 2}, {2, 1}, {3, 0}, {1, Integer.MAX_VALUE}};
        for (int[] part : parts) {
            refuses(IndexOutOfBoundsException.class, () -> engine.wrap(two, part[0], part[1], some));
            refuses(IndexOutOfBoundsException.class, () -> engine.unwrap(some, two, part[0], part[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void destinationsThatCannotBeWrittenAreRefused(SSLEngine engine) {
        ByteBuffer some = ByteBuffer.allocate(Plan.AMPLE);
        ByteBuffer fixed = ByteBuffer.allocate(Plan.AMPLE).asReadOnlyBuffer();
        ByteBuffer fixedDirect = ByteBuffer.allocateDirect(Plan.AMPLE).asReadOnlyBuffer();
        for (ByteBuffer destination : new ByteBuffer[] {fixed, fixedDirect}) {
            ByteBuffer[] second = {some.duplicate(), destination};
            refuses(ReadOnlyBufferException.class, () -> engine.wrap(some, destination));
            refuses(ReadOnlyBufferException.class, () -> engine.unwrap(some, destination));
            refuses(ReadOnlyBufferException.class, () -> engine.unwrap(some, second));
        }
    }

    /** No buffers at all are no data and no room, which is allowed. */
    @Test
    void anEmptyRunOfBuffersIsNoRoomAndNoData() throws SSLException {
        Conversation talk = Course.TLS13.connected(Plan.plain());
        ByteBuffer[] none = {};
        ByteBuffer[] nulls = {null, null};
        ByteBuffer record = ByteBuffer.allocate(Plan.AMPLE);
        talk.engine(Role.CLIENT).wrap(ByteBuffer.allocate(10), record);
        record.flip();
        for (ByteBuffer[] buffers : new ByteBuffer[][] {none, nulls}) {
            SSLEngineResult read = talk.engine(Role.SERVER).unwrap(record, buffers, buffers.length, 0);
            assertThat(read.getStatus()).isEqualTo(Status.BUFFER_OVERFLOW);
            SSLEngineResult written =
                    talk.engine(Role.CLIENT).wrap(buffers, buffers.length, 0, ByteBuffer.allocate(Plan.AMPLE));
            assertThat(written.getStatus()).isEqualTo(Status.OK);
            assertThat(written.bytesConsumed()).isZero();
        }
    }

    /** Refused by the argument, not by a failure of the engine. */
    private static void refuses(Class<? extends Exception> with, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(with);
    }

    @Test
    void aRefusedCallChangesNothing() {
        Conversation talk = Course.TLS13.begin(Plan.plain());
        for (int steps = 0; steps < 40; steps++) {
            for (Role role : Role.values()) nullIsRefused(talk.engine(role));
            if (steps == 0) talk.begin();
            talk.steps(2);
        }
        talk.pump().carries(Role.CLIENT, Data.of(10)).carries(Role.SERVER, Data.of(10));
        assertThat(talk.client().finished()).isPositive();
    }
}
