package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.session.ClientSessions;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However the network cuts tickets and resumptions, both ends take it and come to the same end. */
class ResumedSplitTest {

    private static final int LONGEST = 600;

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void everyRecordOfAResumptionMayComeInTwoParts(Course course) {
        Reconnections ends = known(course);
        for (int offset : Sweep.places(course, LONGEST)) talk(ends, Plan.plain().with(Cut.insideRecords(offset)));
    }

    /** Each time with another server, so that all of them are full handshakes, and give tickets. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void everyRecordOfAHandshakeWithTicketsMayComeInTwoParts(Course course) {
        Reconnections ends = Reconnections.of(course.protocol());
        for (int offset = 1; offset < LONGEST; offset += Sweep.full() || offset < 9 ? 1 : 31) {
            SSLEngine client = ends.client(Contexts.HOST, offset, parameters -> {});
            Conversation talk = Conversation.between(
                            client, ends.server(), Plan.plain().with(Cut.insideRecords(offset)))
                    .handshake();
            assertThat(Reconnections.resumed(talk)).isFalse();
            talk.carries(Role.SERVER, Data.of(3)).carries(Role.CLIENT, Data.of(5));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void buffersMayBeSmallAndTasksBeRunAnywhere(Course course) {
        Reconnections ends = known(course);
        for (Plan plan : new Plan[] {
            Plan.plain().with(Cut.every(1)),
            Plan.plain().with(Memory.DIRECT).with(Plan.Tasks.ON_ANOTHER_THREAD),
            Plan.plain().with(Cut.records()).plaintexts(0).packets(0),
            Plan.plain().with(Memory.SHARED_ARRAY).plaintexts(70).packetWindow(70),
            Plan.plain().with(Plan.Tasks.BESIDE_CALLS).packets(0).plaintextWindow(0)
        }) {
            talk(ends, plan);
        }
    }

    /** With a session, whose ticket is of use again and again. */
    private static Reconnections known(Course course) {
        Reconnections ends = Reconnections.of(course.protocol())
                .clients(Reconnections.context(
                        null,
                        options -> options.sessions(ClientSessions.inMemory().reusingTickets())));
        ends.connect();
        return ends;
    }

    private static void talk(Reconnections ends, Plan plan) {
        Conversation talk =
                Conversation.between(ends.client(), ends.server(), plan).handshake();
        assertThat(Reconnections.resumed(talk)).isTrue();
        talk.carries(Role.CLIENT, Data.of(1), Data.of(5)).carries(Role.SERVER, Data.of(3), Data.of(0), Data.of(2));
    }
}
