package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The other end is the JDK's stack, which sends tickets, answers with other records, and may send empty ones. */
class JdkPeerTest {

    /** All but one: the JDK's server whose groups are restricted does not sign with a key on another curve either. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TLS13_RETRY")
    void aServerOfTheJdkIsServed(Course course) {
        for (Plan plan : plans()) {
            talk(course, Conversation.between(course.client(), course.server(Contexts.JDK), plan));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientOfTheJdkIsServed(Course course) {
        for (Plan plan : plans()) {
            talk(course, Conversation.between(course.client(Contexts.JDK), course.server(), plan));
        }
    }

    private static List<Plan> plans() {
        List<Plan> plans = new ArrayList<>(List.of(
                Plan.plain(),
                Plan.plain().with(Memory.DIRECT).with(Plan.Tasks.ON_ANOTHER_THREAD),
                Plan.plain().with(Cut.every(1)),
                Plan.plain().with(Cut.records()).plaintexts(0).packets(0),
                Plan.plain().with(Memory.SHARED_ARRAY).plaintexts(70).packetWindow(70)));
        for (int offset = 1; offset < 1_000; offset += Sweep.full() ? 1 : 89) {
            plans.add(Plan.plain().with(Cut.insideRecords(offset)));
        }
        return plans;
    }

    private static void talk(Course course, Conversation talk) {
        byte[][] messages = {Data.of(1), Data.of(0), Data.of(40_000), Data.of(70)};
        talk.handshake();
        course.check(talk);
        for (Role role : Role.values()) talk.carries(role, messages);
        if (course.tls13()) {
            for (Role role : Role.values()) {
                talk.queue(role, messages).updatesKeys(role).pump().received(role.peer(), messages);
                talk.carries(role.peer(), Data.of(10));
            }
        }
        talk.closes(Role.CLIENT).pump().closes(Role.SERVER).pump().over();
    }
}
