package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * However the network cuts what it carries, both ends take it and come to the same end: no stall, no loop, no lost
 * byte.
 */
class SplitTest {

    /** Each record of each course is cut in two, at each of its bytes: for one run the same place in all records. */
    @ParameterizedTest
    @EnumSource
    void everyRecordMayComeInTwoParts(Course course) {
        int longest = Stream.of(Role.values())
                .map(role -> lengths(course, role))
                .mapToInt(Collections::max)
                .max()
                .orElseThrow();
        assertThat(longest).isGreaterThan(100);
        for (int offset : Sweep.places(course, longest)) {
            talk(course, Plan.plain().with(Cut.insideRecords(offset)));
        }
    }

    /** One cut in one direction, at each byte, what comes before it and what comes behind it each at once. */
    @ParameterizedTest
    @EnumSource
    void aStreamMayBeCutAnywhere(Course course) {
        for (Role role : Role.values()) {
            int total =
                    lengths(course, role).stream().mapToInt(Integer::intValue).sum();
            int first = Sweep.full() ? 1 : 1 + course.ordinal();
            for (int at = first; at < total; at += Sweep.step(course)) {
                talk(course, Plan.plain().with(Cut.at(role, at)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytesMayComeFewByFew(Course course) {
        for (int bytes : Sweep.places(course, 71)) talk(course, Plan.plain().with(Cut.every(bytes)));
    }

    @ParameterizedTest
    @EnumSource
    void recordsMayComeOneByOneOrAllAtOnce(Course course) {
        talk(course, Plan.plain().with(Cut.records()));
        talk(course, Plan.plain().with(Cut.none()));
    }

    /** With data of each length that begins, ends or fills a record. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void everyRecordOfDataMayComeInTwoParts(Course course) {
        for (int length : new int[] {1, 2, 70}) {
            Movable cut = new Movable();
            Conversation talk = course.connected(Plan.plain().with(cut));
            for (cut.offset = 1; cut.offset < length + 40; cut.offset++) {
                talk.carries(Role.CLIENT, Data.of(length)).carries(Role.SERVER, Data.of(length));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aFullRecordOfDataMayComeInTwoParts(Course course) {
        Movable cut = new Movable();
        Conversation talk = course.connected(Plan.plain().with(cut));
        byte[] data = Data.of(1 << 14);
        for (cut.offset = 1; cut.offset < data.length + 40; cut.offset += cut.offset < 70 ? 1 : Sweep.step(course)) {
            talk.carries(Role.CLIENT, data);
        }
        for (cut.offset = data.length - 70; cut.offset < data.length + 40; cut.offset++) {
            talk.carries(Role.SERVER, data);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void everyRecordOfClosingMayComeInTwoParts(Course course) {
        for (int offset = 1; offset < 40; offset++) {
            for (Role first : Role.values()) {
                Conversation talk = course.connected(Plan.plain().with(Cut.insideRecords(offset)));
                talk.carries(first, Data.of(10))
                        .closes(first)
                        .pump()
                        .closes(first.peer())
                        .pump()
                        .over();
            }
        }
    }

    private static List<Integer> lengths(Course course, Role role) {
        return course.connected(Plan.plain()).wire(role).lengths();
    }

    private static void talk(Course course, Plan plan) {
        course.connected(plan)
                .carries(Role.CLIENT, Data.of(1), Data.of(5))
                .carries(Role.SERVER, Data.of(3), Data.of(0), Data.of(2));
    }

    /** A place in each record that a test moves while the engines are connected. */
    private static final class Movable implements Cut {

        private int offset = 1;

        @Override
        public int next(Role from, Wire wire) {
            return Cut.insideRecords(offset).next(from, wire);
        }

        @Override
        public String toString() {
            return "each record split at " + offset;
        }
    }
}
