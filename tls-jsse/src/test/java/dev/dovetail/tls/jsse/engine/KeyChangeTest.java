package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** In TLS 1.3 beginHandshake on a connection changes keys (RFC 8446 4.6.3), and nobody who sends or reads notices. */
class KeyChangeTest {

    @ParameterizedTest
    @EnumSource
    void eitherEndMayAskForNewKeys(Role who) {
        Conversation talk = Course.TLS13.connected(Plan.plain());
        for (int i = 0; i < 5; i++) {
            int before = talk.wire(who).lengths().size();
            int answers = talk.wire(who.peer()).lengths().size();
            talk.updatesKeys(who);
            assertThat(talk.engine(who).getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_WRAP);
            talk.pump();
            assertThat(talk.wire(who).lengths()).hasSize(before + 1);
            assertThat(talk.wire(who.peer()).lengths()).hasSizeBetween(answers, answers + 1);
            talk.carries(who, Data.of(10)).carries(who.peer(), Data.of(20_000));
        }
    }

    @Test
    void bothMayAskAtOnce() {
        Conversation talk = Course.TLS13.connected(Plan.plain());
        for (int i = 0; i < 5; i++) {
            talk.updatesKeys(Role.CLIENT).updatesKeys(Role.SERVER).pump();
            talk.carries(Role.CLIENT, Data.of(10)).carries(Role.SERVER, Data.of(20_000));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.engine.Memory#kinds")
    void keysMayChangeWhileDataIsUnderWay(Memory memory) {
        byte[][] up = {Data.of(20_000), Data.of(1), Data.of(70_000)};
        byte[][] down = {Data.of(2), Data.of(50_000)};
        for (Role who : Role.values()) {
            Conversation talk = Course.TLS13.connected(
                    Plan.plain().with(memory).with(Cut.every(1_000)).plaintexts(100));
            for (int steps = 0; steps < 40; steps += 3) {
                talk.queue(Role.CLIENT, up).queue(Role.SERVER, down).steps(steps);
                talk.updatesKeys(who).pump();
                talk.received(Role.SERVER, up).received(Role.CLIENT, down);
            }
        }
    }

    @Test
    void theRecordsOfItMayComeInTwoParts() {
        for (int offset = 1; offset < 30; offset++) {
            Conversation talk = Course.TLS13.connected(Plan.plain().with(Cut.insideRecords(offset)));
            for (Role who : Role.values()) {
                talk.updatesKeys(who).pump().carries(who, Data.of(5)).carries(who.peer(), Data.of(5));
            }
        }
    }

    /** Which would be to renegotiate, as RFC 8446 no longer does; the connection goes on as it was. */
    @Test
    void inTls12NoSecondHandshakeIsMade() {
        Assumptions.assumeTrue(Stack.strict());
        Conversation talk = Course.TLS12.connected(Plan.plain());
        for (Role role : Role.values()) {
            assertThatThrownBy(() -> talk.engine(role).beginHandshake()).isInstanceOf(SSLException.class);
        }
        talk.carries(Role.CLIENT, Data.of(5)).carries(Role.SERVER, Data.of(5));
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void whatIsOverDoesNotBeginAgain(Course course) {
        Assumptions.assumeTrue(Stack.strict());
        Conversation talk = course.connected(Plan.plain());
        talk.closes(Role.CLIENT).pump().closes(Role.SERVER).pump();
        for (Role role : Role.values()) {
            assertThatThrownBy(() -> talk.engine(role).beginHandshake()).isInstanceOf(SSLException.class);
        }
        talk.over();
    }

    @Test
    void askingTwiceIsAskingOnceOrTwice() {
        Conversation talk = Course.TLS13.connected(Plan.plain());
        talk.updatesKeys(Role.CLIENT).updatesKeys(Role.CLIENT).pump();
        talk.carries(Role.CLIENT, Data.of(5)).carries(Role.SERVER, Data.of(5));
    }
}
