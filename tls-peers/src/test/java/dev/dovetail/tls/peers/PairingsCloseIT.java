package dev.dovetail.tls.peers;

import static dev.dovetail.tls.peers.PairingsIT.assertTalk;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ends of connections from either side, and new keys before: whoever sees an end was told so by the peer. */
class PairingsCloseIT {

    static Stream<Arguments> sides() {
        return Pairing.all().stream()
                .flatMap(pairing -> Stream.of(Side.values()).map(side -> Arguments.of(pairing, side)));
    }

    /** RFC 8446 6.1: only TLS 1.3 lets the other direction live on. */
    static Stream<Arguments> halves() {
        return sides().filter(test -> {
            Pairing pairing = (Pairing) test.get()[0];
            return pairing.tls13() && Limits.livesOn(pairing, (Side) test.get()[1]);
        });
    }

    static Stream<Arguments> updates() {
        return sides().filter(test -> {
            Pairing pairing = (Pairing) test.get()[0];
            return pairing.tls13() && Limits.updatesKeys(pairing.of((Side) test.get()[1]));
        });
    }

    @ParameterizedTest
    @MethodSource("sides")
    void aSideClosesAndTheOtherOneSeesIt(Pairing pairing, Side side) throws IOException {
        try (Connection connection = pairing.connect(pairing.setting())) {
            assertTalk(connection);
            connection.close(side);
            assertThat(connection.sawEnd(side.peer())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("halves")
    void aSideEndsItsDirectionAndTheOtherOneLivesOn(Pairing pairing, Side side) throws IOException {
        try (Connection connection = pairing.connect(pairing.setting())) {
            assertTalk(connection);
            connection.closeOutput(side);
            assertThat(connection.sawEnd(side.peer())).isTrue();

            byte[] data = new byte[100_000];
            assertThat(connection.carry(side.peer(), data)).isEqualTo(data);
            connection.closeOutput(side.peer());
            assertThat(connection.sawEnd(side)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("updates")
    void aSideAsksForNewKeysAgainAndAgain(Pairing pairing, Side side) throws IOException {
        try (Connection connection = pairing.connect(pairing.setting())) {
            for (int i = 0; i < 3; i++) {
                assertTalk(connection);
                connection.handshakeAgain(side);
                assertTalk(connection);
            }
        }
    }
}
