package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Too little is told for exactly the calls for which it is too little, and those calls do nothing. */
class ExactnessTest {

    /** The JDK's stack makes records of a few bytes less than RFC 8446 5.1 allows, in TLS 1.3. */
    private static final int FULL = Stack.strict() ? 1 << 14 : (1 << 14) - 17;

    private static final int[] LENGTHS = {1, 2, 16, 69, 70, FULL - 1, FULL};

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void unwrapUnderflowsBelowTheWholeRecord(Course course) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        for (int length : LENGTHS) {
            byte[] record = record(talk.engine(Role.CLIENT), length);
            for (int shown = 0; shown < record.length; shown += shown < 70 ? 1 : 401) {
                expect(unwrap(talk.engine(Role.SERVER), record, shown, Plan.AMPLE), Status.BUFFER_UNDERFLOW, 0, 0);
            }
            expect(
                    unwrap(talk.engine(Role.SERVER), record, record.length - 1, Plan.AMPLE),
                    Status.BUFFER_UNDERFLOW,
                    0,
                    0);
            expect(
                    unwrap(talk.engine(Role.SERVER), record, record.length, Plan.AMPLE),
                    Status.OK,
                    record.length,
                    length);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void unwrapOverflowsBelowTheLengthOfTheData(Course course) throws SSLException {
        Assumptions.assumeTrue(Stack.strict());
        Conversation talk = course.connected(Plan.plain());
        for (int length = 0; length <= 70; length++) {
            checkRoom(talk, length, 1);
        }
        for (int length = FULL - 1; length <= FULL; length++) checkRoom(talk, length, 331);
    }

    /** However often it overflowed, the record is there when there is room, and room for just it is enough. */
    private static void checkRoom(Conversation talk, int length, int step) throws SSLException {
        byte[] record = record(talk.engine(Role.SERVER), length);
        SSLEngine client = talk.engine(Role.CLIENT);
        if (record.length == 0) return;
        for (int room = 0; room < length; room += room < 70 ? 1 : step) {
            expect(unwrap(client, record, record.length, room), Status.BUFFER_OVERFLOW, 0, 0);
        }
        if (length > 0) expect(unwrap(client, record, record.length, length - 1), Status.BUFFER_OVERFLOW, 0, 0);
        expect(unwrap(client, record, record.length, length), Status.OK, record.length, length);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void unwrapTakesOneRecordAtATime(Course course) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        ByteBuffer records = ByteBuffer.allocate(3 * Plan.AMPLE);
        for (int length : new int[] {10, 1, 200}) records.put(record(talk.engine(Role.CLIENT), length));
        records.flip();
        ByteBuffer data = ByteBuffer.allocate(Plan.AMPLE);
        for (int length : new int[] {10, 1, 200}) {
            int record = Records.length(records.array(), records.position());
            expect(talk.engine(Role.SERVER).unwrap(records, data), Status.OK, record, length);
        }
        expect(talk.engine(Role.SERVER).unwrap(records, data), Status.BUFFER_UNDERFLOW, 0, 0);
    }

    /** What carries no data needs no room: the handshake, tickets, changes of keys, the end. */
    @ParameterizedTest
    @EnumSource
    void onlyDataNeedsRoom(Course course) {
        Assumptions.assumeTrue(Stack.strict());
        Conversation talk = course.connected(Plan.plain().plaintexts(0));
        if (course.tls13()) talk.updatesKeys(Role.SERVER).updatesKeys(Role.CLIENT);
        talk.closes(Role.CLIENT).pump().closes(Role.SERVER).pump().over();
        talk.require(!talk.toString().contains("BUFFER_OVERFLOW"), "overflowed");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void unwrapOfNothingUnderflows(Course course) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        for (Role role : Role.values()) {
            for (int room : new int[] {0, Plan.AMPLE}) {
                SSLEngineResult result = unwrap(talk.engine(role), new byte[0], 0, room);
                expect(result, Status.BUFFER_UNDERFLOW, 0, 0);
                assertThat(result.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
            }
        }
        talk.closes(Role.CLIENT).pump().closes(Role.SERVER).pump();
        for (Role role : Role.values()) expect(unwrap(talk.engine(role), new byte[0], 0, 0), Status.CLOSED, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void wrapOverflowsBelowTheLengthOfTheRecord(Course course) throws SSLException {
        Assumptions.assumeTrue(Stack.strict());
        Conversation talk = course.connected(Plan.plain());
        SSLEngine client = talk.engine(Role.CLIENT);
        SSLEngine server = talk.engine(Role.SERVER);
        for (int length : LENGTHS) {
            byte[] data = Data.of(length);
            int needed = record(client, server, length).length;
            for (int room = 0; room < needed; room += room < 100 ? 1 : 331) {
                expect(wrap(client, data, ByteBuffer.allocate(room)), Status.BUFFER_OVERFLOW, 0, 0);
            }
            expect(wrap(client, data, ByteBuffer.allocate(needed - 1)), Status.BUFFER_OVERFLOW, 0, 0);
            ByteBuffer exact = ByteBuffer.allocate(needed);
            expect(wrap(client, data, exact), Status.OK, length, needed);
            expect(unwrap(server, exact.array(), needed, length), Status.OK, needed, length);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void wrapMakesOneRecordAtATime(Course course) throws SSLException {
        Conversation talk = course.connected(Plan.plain());
        ByteBuffer data = ByteBuffer.wrap(Data.of(40_000));
        int full = course.tls13() ? FULL : 1 << 14;
        for (int length : new int[] {full, full, 40_000 - 2 * full}) {
            ByteBuffer record = ByteBuffer.allocate(3 * Plan.AMPLE);
            SSLEngineResult result = talk.engine(Role.CLIENT).wrap(data, record);
            expect(result, Status.OK, length, Records.length(record.array(), 0));
        }
    }

    private static byte[] record(SSLEngine engine, int length) throws SSLException {
        ByteBuffer record = ByteBuffer.allocate(Plan.AMPLE);
        SSLEngineResult result = wrap(engine, Data.of(length), record);
        assertThat(result.getStatus()).isEqualTo(Status.OK);
        assertThat(result.bytesConsumed()).isEqualTo(length);
        byte[] bytes = new byte[record.position()];
        record.flip().get(bytes);
        return bytes;
    }

    /** Made and read. */
    private static byte[] record(SSLEngine from, SSLEngine to, int length) throws SSLException {
        byte[] record = record(from, length);
        expect(unwrap(to, record, record.length, length), Status.OK, record.length, length);
        return record;
    }

    private static SSLEngineResult wrap(SSLEngine engine, byte[] data, ByteBuffer to) throws SSLException {
        return engine.wrap(ByteBuffer.wrap(data), to);
    }

    private static SSLEngineResult unwrap(SSLEngine engine, byte[] record, int shown, int room) throws SSLException {
        // A copy: the JDK's stack decrypts in place.
        return engine.unwrap(ByteBuffer.wrap(record.clone(), 0, shown), ByteBuffer.allocate(room));
    }

    private static void expect(SSLEngineResult result, Status status, int consumed, int produced) {
        assertThat(result.getStatus()).as(result.toString()).isEqualTo(status);
        assertThat(result.bytesConsumed()).as(result.toString()).isEqualTo(consumed);
        assertThat(result.bytesProduced()).as(result.toString()).isEqualTo(produced);
    }
}
