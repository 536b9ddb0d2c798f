package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Buffers may be of any kind: what is read stays as it was, and nothing is written beside them. */
class MemoryTest {

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.engine.Memory#kinds")
    void anyKindOfBufferWillDo(Memory memory) {
        for (Course course : Course.values()) talk(course, Plan.plain().with(memory));
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.engine.Memory#kinds")
    void anyKindOfBufferWillDoWhenTooSmall(Memory memory) {
        for (Course course : new Course[] {Course.TLS13, Course.TLS12}) {
            for (int size : new int[] {0, 1, 17, 1000, (1 << 14) - 1, 1 << 14}) {
                talk(course, new Plan(Cut.none(), memory, Plan.Tasks.INLINE, size, size, Plan.AMPLE, Plan.AMPLE));
                talk(course, new Plan(Cut.every(997), memory, Plan.Tasks.INLINE, size, size, 503, Plan.AMPLE));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tasksMayRunOnAnotherThread(Course course) {
        talk(course, Plan.plain().with(Plan.Tasks.ON_ANOTHER_THREAD));
        talk(
                course,
                Plan.plain()
                        .with(Plan.Tasks.ON_ANOTHER_THREAD)
                        .with(Memory.DIRECT)
                        .with(Cut.every(7)));
        for (int i = 0; i < 10; i++) talk(course, Plan.plain().with(Plan.Tasks.BESIDE_CALLS));
    }

    private static void talk(Course course, Plan plan) {
        byte[][] up = {Data.of(1), Data.of(40_000), Data.of(0), Data.of(5)};
        byte[][] down = {Data.of(16_383), Data.of(16_384), Data.of(16_385), Data.of(2)};
        Conversation talk = course.connected(plan).queue(Role.CLIENT, up).queue(Role.SERVER, down);
        talk.pump().received(Role.SERVER, up).received(Role.CLIENT, down);
        talk.closes(Role.CLIENT).pump().closes(Role.SERVER).pump().over();
    }
}
