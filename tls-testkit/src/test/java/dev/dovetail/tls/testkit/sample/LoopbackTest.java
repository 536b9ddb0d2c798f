package dev.dovetail.tls.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.testkit.Chunking;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.RecordChange;
import dev.dovetail.tls.testkit.WireRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loopback itself: what it carries, and that it can fail. */
class LoopbackTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void carriesPieces(int size) {
        try (Loopback loopback = SamplePair.loopback().chunking(Chunking.pieces(size))) {
            byte[] data = {1, 2, 3};
            assertThat(loopback.handshake().exchange(Role.SERVER, data)).isEqualTo(data);
        }
    }

    @Test
    void keepsWhatWasSentAndSeen() {
        try (Loopback loopback = SamplePair.loopback().handshake()) {
            assertThat(WireRecord.split(loopback.client().sent()).get(0)[0]).isEqualTo((byte) 22);
            assertThat(loopback.server().events(TlsEvent.Message.class).get(0).name())
                    .isEqualTo("ClientHello");
        }
    }

    @Test
    void saysWhereBothEndsStandWhenNothingMovesAnyMore() {
        RecordChange swallow = (from, index, record) -> from == Role.SERVER ? List.of() : List.of(record);
        try (Loopback loopback = SamplePair.loopback().changing(swallow)) {
            assertThatThrownBy(loopback::handshake)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("AwaitServerHello")
                    .hasMessageContaining("AwaitClientFinished");
        }
    }

    @Test
    void throwsTheFaultOfWhoFoundIt() {
        try (Loopback loopback = SamplePair.loopback().changing(RecordChange.flipBit(Role.SERVER, 2, -1))) {
            assertThatThrownBy(loopback::handshake)
                    .isInstanceOfSatisfying(
                            TlsFault.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.RECORD_NOT_AUTHENTIC));
            assertThat(loopback.server().failure().orElseThrow().fault()).isEqualTo(Fault.ALERT_RECEIVED);
        }
    }

    @Test
    void leavesSlowStepsToTheTest() {
        try (Loopback loopback = SamplePair.deferred().holdTasks()) {
            loopback.pump();
            assertThat(loopback.server().engine().task()).isPresent();
            for (int i = 0; i < 20 && !loopback.client().engine().connected(); i++) {
                loopback.client().runTask();
                loopback.server().runTask();
                loopback.pump();
            }
            loopback.handshake();
        }
    }

    @Test
    void closesBothWays() {
        try (Loopback loopback = SamplePair.loopback().handshake().closeBothWays()) {
            assertThat(loopback.client().engine().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            assertThat(loopback.server().engine().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
        }
    }
}
