package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.LoopbackEnd;
import dev.dovetail.tls.testkit.Pairing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys change, at will and before they are worn out (RFC 8446 4.6.3 and 5.5). */
class KeyUpdateTest {

    private static final int WRITES = 1000;

    @ParameterizedTest
    @EnumSource(Role.class)
    void changesItsOwnKeysAlone(Role who) {
        try (Loopback loopback =
                TestBed.only(ProtocolVersion.TLS_1_3).loopback().handshake()) {
            loopback.end(who).engine().updateKeys(false);
            bothWays(loopback);

            assertThat(newKeys(loopback.end(who), Direction.WRITE)).isEqualTo(1);
            assertThat(newKeys(loopback.end(who), Direction.READ)).isZero();
            assertThat(newKeys(loopback.end(who.peer()), Direction.READ)).isEqualTo(1);
            assertThat(newKeys(loopback.end(who.peer()), Direction.WRITE)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void asksThePeerToChangeItsKeysToo(Role who) {
        try (Loopback loopback =
                TestBed.only(ProtocolVersion.TLS_1_3).loopback().handshake()) {
            loopback.end(who).engine().updateKeys(true);
            bothWays(loopback);

            for (LoopbackEnd end : new LoopbackEnd[] {loopback.client(), loopback.server()}) {
                assertThat(newKeys(end, Direction.WRITE)).isEqualTo(1);
                assertThat(newKeys(end, Direction.READ)).isEqualTo(1);
            }
        }
    }

    @Test
    void bothMayAskAtOnce() {
        try (Loopback loopback =
                TestBed.only(ProtocolVersion.TLS_1_3).loopback().handshake()) {
            loopback.client().engine().updateKeys(true);
            loopback.server().engine().updateKeys(true);
            bothWays(loopback);

            assertThat(newKeys(loopback.client(), Direction.WRITE)).isEqualTo(2);
            assertThat(newKeys(loopback.server(), Direction.WRITE)).isEqualTo(2);
        }
    }

    @Test
    void manyRequestsAreAnsweredByOneUpdateUntilItLeaves() {
        try (Loopback loopback =
                TestBed.only(ProtocolVersion.TLS_1_3).loopback().handshake()) {
            for (int i = 0; i < 5; i++) loopback.client().engine().updateKeys(true);
            bothWays(loopback);

            assertThat(newKeys(loopback.server(), Direction.READ)).isEqualTo(5);
            assertThat(newKeys(loopback.server(), Direction.WRITE)).isEqualTo(1);
        }
    }

    @Test
    void aRequestToWhoHasClosedItsSideIsNotAnswered() {
        try (Loopback loopback =
                TestBed.only(ProtocolVersion.TLS_1_3).loopback().handshake()) {
            loopback.client().engine().closeWrite();
            loopback.pump();
            loopback.server().engine().updateKeys(true);
            assertThat(loopback.exchange(Role.SERVER, new byte[5])).hasSize(5);

            assertThat(newKeys(loopback.client(), Direction.READ)).isEqualTo(1);
            assertThat(newKeys(loopback.client(), Direction.WRITE)).isZero();
        }
    }

    @Test
    void tls12HasNoKeyUpdate() {
        try (Loopback loopback =
                TestBed.only(ProtocolVersion.TLS_1_2).loopback().handshake()) {
            assertThatThrownBy(() -> loopback.client().engine().updateKeys(false))
                    .isInstanceOf(IllegalStateException.class);
            bothWays(loopback);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void changesItsKeysBeforeTheyAreWornOut(Role who) {
        Pairing pair = TestBed.PAIR.with(ShortLivedAead.selection(ShortLivedAead.TLS_1_3));
        try (Loopback loopback = pair.loopback().handshake()) {
            for (int i = 0; i < WRITES; i++)
                assertThat(loopback.exchange(who, new byte[] {(byte) i})).hasSize(1);

            assertThat(longestUse(loopback.end(who))).isBetween(ShortLivedAead.LIMIT / 2, ShortLivedAead.LIMIT);
            assertThat(newKeys(loopback.end(who), Direction.WRITE))
                    .isGreaterThanOrEqualTo(WRITES / ShortLivedAead.LIMIT);
        }
    }

    @Test
    void changesItsKeysWithinOneLongSend() {
        Pairing pair = TestBed.PAIR.with(ShortLivedAead.selection(ShortLivedAead.TLS_1_3));
        try (Loopback loopback = pair.loopback().handshake()) {
            int length = 300 << 14;
            assertThat(loopback.exchange(Role.CLIENT, new byte[length])).hasSize(length);
            assertThat(longestUse(loopback.client())).isLessThanOrEqualTo(ShortLivedAead.LIMIT);
        }
    }

    @Test
    void asksAPeerThatDoesNotChangeItsKeysByItself() {
        Selection shortLived = ShortLivedAead.selection(ShortLivedAead.TLS_1_3);
        Selection lasting = ShortLivedAead.selection(ShortLivedAead.TLS_1_3, 1L << 30);
        try (Loopback loopback = Loopback.between(
                        TestBed.PAIR.with(shortLived).client(),
                        TestBed.PAIR.with(lasting).server())
                .handshake()) {
            for (int i = 0; i < WRITES; i++) loopback.exchange(Role.SERVER, new byte[1]);

            assertThat(longestUse(loopback.server())).isLessThanOrEqualTo(ShortLivedAead.LIMIT);
            assertThat(newKeys(loopback.server(), Direction.WRITE)).isPositive();
        }
    }

    @Test
    void aTls12ConnectionEndsInOrderBeforeItsKeyIsWornOut() {
        Selection selection = TestBed.only(ShortLivedAead.selection(ShortLivedAead.TLS_1_2), ProtocolVersion.TLS_1_2);
        try (Loopback loopback = TestBed.PAIR.with(selection).loopback().handshake()) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < WRITES; i++) loopback.exchange(Role.CLIENT, new byte[1]);
                    })
                    .isInstanceOfSatisfying(
                            TlsFault.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.KEY_WORN_OUT));
            loopback.pump();

            assertThat(loopback.server().engine().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            assertThat(loopback.server().received().length).isBetween(ShortLivedAead.LIMIT / 2, ShortLivedAead.LIMIT);
        }
    }

    private static void bothWays(Loopback loopback) {
        assertThat(loopback.exchange(Role.CLIENT, new byte[20])).hasSize(20);
        assertThat(loopback.exchange(Role.SERVER, new byte[20])).hasSize(20);
    }

    /** Changes of application keys behind the first ones. */
    private static long newKeys(LoopbackEnd end, Direction direction) {
        return end.events(TlsEvent.KeysInstalled.class).stream()
                .filter(event -> event.direction() == direction)
                .filter(event ->
                        event.keys().startsWith("application") && !event.keys().endsWith(" 0"))
                .count();
    }

    /** The most records that one key of an end has protected. */
    private static int longestUse(LoopbackEnd end) {
        return (int) end.events(TlsEvent.Record.class).stream()
                        .filter(record -> record.direction() == Direction.WRITE && record.isProtected())
                        .mapToLong(TlsEvent.Record::sequence)
                        .max()
                        .orElseThrow()
                + 1;
    }
}
