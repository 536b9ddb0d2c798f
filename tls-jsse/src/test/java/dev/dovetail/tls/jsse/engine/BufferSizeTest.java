package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;
import java.util.function.IntFunction;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the size of the buffers that a caller begins with, it comes to the same end by doing what the results say.
 */
class BufferSizeTest {

    /** Which of the four buffers is of odd size. */
    enum Buffer {
        WRAP_DESTINATION(Plan.plain()::packets),
        WRAP_SOURCE(Plan.plain()::plaintextWindow),
        UNWRAP_DESTINATION(Plan.plain()::plaintexts),
        UNWRAP_SOURCE(Plan.plain()::packetWindow),
        ALL(size -> new Plan(Cut.none(), Memory.SHARED_ARRAY, Plan.Tasks.INLINE, size, size, size, size));

        private final IntFunction<Plan> plan;

        Buffer(IntFunction<Plan> plan) {
            this.plan = plan;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anySizeWillDo(Buffer buffer) {
        for (Course course : new Course[] {Course.TLS13, Course.TLS12}) {
            for (int size : sizes(course)) talk(course, buffer.plan.apply(size), size);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anySizeWillDoInAnyCourse(Course course) {
        for (int size : Sweep.full() ? sizes(course) : new int[] {0, 1, 5, 6, 1 << 14}) {
            for (Buffer buffer : Buffer.values()) talk(course, buffer.plan.apply(size), size);
        }
    }

    private static int[] sizes(Course course) {
        SSLSession session = course.connected(Plan.plain()).client().engine().getSession();
        int packet = session.getPacketBufferSize();
        int plaintext = session.getApplicationBufferSize();
        return Sweep.sizes(packet - 1, packet, packet + 1, plaintext - 1, plaintext, plaintext + 1);
    }

    /**
     * With data of about the size: small buffers for much data would make thousands of records, and show nothing new.
     */
    private static void talk(Course course, Plan plan, int size) {
        byte[][] up = {Data.of(1), Data.of(0), Data.of(size), Data.of(size + 3), Data.of(70)};
        byte[][] down = {Data.of(2), Data.of(Math.max(0, size - 1)), Data.of(size + 1), Data.of(2 * size + 5)};
        Conversation talk = course.connected(plan).queue(Role.CLIENT, up).queue(Role.SERVER, down);
        talk.pump().received(Role.SERVER, up).received(Role.CLIENT, down);
        talk.closes(Role.SERVER).pump().closes(Role.CLIENT).pump().over();
    }
}
