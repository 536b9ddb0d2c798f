package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.handshake.Interposer.SeenAlert;
import dev.dovetail.tls.handshake.MessageChange.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state against every message. Each line of a table is a state with the messages that it reads; each other one is
 * answered by unexpected_message, whatever is in it (RFC 8446 A, RFC 5246 7.3).
 */
class StateMatrixTest {

    /** All that are assigned, some that never will be, and 77. */
    private static final int[] TYPES = {
        0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23, 24, 25, 67, 77, 203, 254, 255
    };

    private static final byte[] GARBAGE = {7, 7, 7};

    static List<Arguments> tables() {
        return List.of(
                Arguments.of(Scenario.TLS13, Role.SERVER, """
                        ServerStart [1]
                        AwaitClientFinished [20]
                        Connected13 [24]
                        """),
                Arguments.of(Scenario.TLS13_RETRY, Role.SERVER, """
                        ServerStart [1]
                        AwaitSecondHello [1]
                        AwaitClientFinished [20]
                        Connected13 [24]
                        """),
                Arguments.of(Scenario.TLS13_CLIENT_AUTHENTICATION, Role.SERVER, """
                        ServerStart [1]
                        AwaitClientCertificate [11]
                        AwaitClientCertificateVerify [15]
                        AwaitClientFinished [20]
                        Connected13 [24]
                        """),
                Arguments.of(Scenario.TLS13_EMPTY_CLIENT_CERTIFICATE, Role.SERVER, """
                        ServerStart [1]
                        AwaitClientCertificate [11]
                        AwaitClientFinished [20]
                        Connected13 [24]
                        """),
                Arguments.of(Scenario.TLS13, Role.CLIENT, """
                        AwaitServerHello [2]
                        AwaitEncryptedExtensions [8]
                        AwaitCertificate [11, 13]
                        AwaitCertificateVerify [15]
                        AwaitServerFinished [20]
                        Connected13 [4, 24]
                        """),
                Arguments.of(Scenario.TLS13_RETRY, Role.CLIENT, """
                        AwaitServerHello [2]
                        AwaitServerHello [2]
                        AwaitEncryptedExtensions [8]
                        AwaitCertificate [11, 13]
                        AwaitCertificateVerify [15]
                        AwaitServerFinished [20]
                        Connected13 [4, 24]
                        """),
                Arguments.of(Scenario.TLS13_CLIENT_AUTHENTICATION, Role.CLIENT, """
                        AwaitServerHello [2]
                        AwaitEncryptedExtensions [8]
                        AwaitCertificate [11, 13]
                        AwaitCertificate [11]
                        AwaitCertificateVerify [15]
                        AwaitServerFinished [20]
                        Connected13 [4, 24]
                        """),
                Arguments.of(Scenario.TLS13_RESUMED, Role.CLIENT, """
                        AwaitServerHello [2]
                        AwaitEncryptedExtensions [8]
                        AwaitServerFinished [20]
                        Connected13 [4, 24]
                        """),
                Arguments.of(Scenario.TLS13_RESUMED, Role.SERVER, """
                        ServerStart [1]
                        AwaitClientFinished [20]
                        Connected13 [24]
                        """),
                Arguments.of(Scenario.TLS12_RESUMED, Role.CLIENT, """
                        AwaitServerHello [0, 2]
                        AwaitChangeCipherSpec12 [0]
                        AwaitFinished12 [20]
                        Connected12 [0]
                        """),
                Arguments.of(Scenario.TLS12_RESUMED, Role.SERVER, """
                        ServerStart [1]
                        AwaitChangeCipherSpec12 []
                        AwaitFinished12 [20]
                        Connected12 [1]
                        """),
                Arguments.of(Scenario.TLS12_TICKET, Role.CLIENT, """
                        AwaitServerHello [0, 2]
                        AwaitCertificate12 [0, 11]
                        AwaitServerKeyExchange12 [0, 12]
                        AwaitServerHelloDone12 [0, 13, 14]
                        AwaitChangeCipherSpec12 [0, 4]
                        AwaitChangeCipherSpec12 [0]
                        AwaitFinished12 [20]
                        Connected12 [0]
                        """),
                Arguments.of(Scenario.TLS12, Role.SERVER, """
                        ServerStart [1]
                        AwaitClientKeyExchange12 [16]
                        AwaitChangeCipherSpec12 []
                        AwaitFinished12 [20]
                        Connected12 [1]
                        """),
                Arguments.of(Scenario.TLS12_CLIENT_AUTHENTICATION, Role.SERVER, """
                        ServerStart [1]
                        AwaitClientCertificate12 [11]
                        AwaitClientKeyExchange12 [16]
                        AwaitCertificateVerify12 [15]
                        AwaitChangeCipherSpec12 []
                        AwaitFinished12 [20]
                        Connected12 [1]
                        """),
                Arguments.of(Scenario.TLS12_EMPTY_CLIENT_CERTIFICATE, Role.SERVER, """
                        ServerStart [1]
                        AwaitClientCertificate12 [11]
                        AwaitClientKeyExchange12 [16]
                        AwaitChangeCipherSpec12 []
                        AwaitFinished12 [20]
                        Connected12 [1]
                        """),
                Arguments.of(Scenario.TLS12_RSA_CBC, Role.SERVER, """
                        ServerStart [1]
                        AwaitClientKeyExchange12 [16]
                        AwaitChangeCipherSpec12 []
                        AwaitFinished12 [20]
                        Connected12 [1]
                        """),
                Arguments.of(Scenario.TLS12, Role.CLIENT, """
                        AwaitServerHello [0, 2]
                        AwaitCertificate12 [0, 11]
                        AwaitServerKeyExchange12 [0, 12]
                        AwaitServerHelloDone12 [0, 13, 14]
                        AwaitChangeCipherSpec12 [0]
                        AwaitFinished12 [20]
                        Connected12 [0]
                        """),
                Arguments.of(Scenario.TLS12_CLIENT_AUTHENTICATION, Role.CLIENT, """
                        AwaitServerHello [0, 2]
                        AwaitCertificate12 [0, 11]
                        AwaitServerKeyExchange12 [0, 12]
                        AwaitServerHelloDone12 [0, 13, 14]
                        AwaitServerHelloDone12 [0, 14]
                        AwaitChangeCipherSpec12 [0]
                        AwaitFinished12 [20]
                        Connected12 [0]
                        """),
                Arguments.of(Scenario.TLS12_RSA_CBC, Role.CLIENT, """
                        AwaitServerHello [0, 2]
                        AwaitCertificate12 [0, 11]
                        AwaitServerHelloDone12 [0, 13, 14]
                        AwaitChangeCipherSpec12 [0]
                        AwaitFinished12 [20]
                        Connected12 [0]
                        """));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void readsWhatTheTableSaysAndRefusesAllElse(Scenario scenario, Role victim, String table) {
        List<String> states = states(scenario, victim);
        StringBuilder found = new StringBuilder();
        for (int place = 0; place < states.size(); place++) {
            int at = place;
            if (changesCipherSpec(scenario, victim, place, states)) {
                found.append(line("AwaitChangeCipherSpec12", type -> beforeChange(scenario, victim, type)));
            }
            found.append(line(states.get(place), type -> instead(scenario, victim, at, type)));
        }
        found.append(line(connectedState(scenario), type -> connected(scenario, victim, type)));

        assertThat(found.toString()).isEqualTo(table);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void readsNoApplicationDataBeforeItIsConnected(Scenario scenario, Role victim, String table) {
        assertEverywhere(scenario, victim, new Piece(23, new byte[] {1}), Fault.APPLICATION_DATA_UNEXPECTED);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void endsAtAFatalAlertEverywhere(Scenario scenario, Role victim, String table) {
        assertEverywhere(scenario, victim, new Piece(21, new byte[] {2, 40}), Fault.ALERT_RECEIVED);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void endsAtCloseNotifyBeforeItIsConnected(Scenario scenario, Role victim, String table) {
        assertEverywhere(scenario, victim, new Piece(21, new byte[] {1, 0}), Fault.ALERT_RECEIVED);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void goesOnBehindUserCanceledEverywhere(Scenario scenario, Role victim, String table) {
        for (int place = 0; place < states(scenario, victim).size(); place++) {
            try (Interposer between = before(scenario, victim, place, new Piece(21, new byte[] {1, 90}))) {
                between.loopback().handshake();
            }
        }
    }

    /** RFC 8446 5: dropped from the first ClientHello to the peer's Finished, as long as TLS 1.2 is not settled. */
    @ParameterizedTest
    @MethodSource("tables")
    void readsChangeCipherSpecWhereItIsDue(Scenario scenario, Role victim, String table) {
        List<String> states = states(scenario, victim);
        for (int place = 0; place < states.size(); place++) {
            try (Interposer between = before(scenario, victim, place, new Piece(20, new byte[] {1}))) {
                between.loopback().pump();
                boolean dropped =
                        scenario.tls13() && place > 0 || states.get(place).equals("AwaitServerHello");
                assertThat(between.loopback().end(victim).failure().map(TlsFault::fault))
                        .as("%s in %s", victim, states.get(place))
                        .isEqualTo(
                                dropped
                                        ? java.util.Optional.empty()
                                        : java.util.Optional.of(Fault.CHANGE_CIPHER_SPEC_UNEXPECTED));
            }
        }
        try (Interposer between = Interposer.between(scenario.client(), scenario.server(), MessageChange.none())) {
            finish(between);
            between.inject(victim, 20, (byte) 1);
            assertThat(between.loopback().end(victim).failure().orElseThrow().alert())
                    .isEqualTo(Alert.UNEXPECTED_MESSAGE);
        }
    }

    private static void assertEverywhere(Scenario scenario, Role victim, Piece piece, Fault expected) {
        List<String> states = states(scenario, victim);
        for (int place = 0; place < states.size(); place++) {
            try (Interposer between = before(scenario, victim, place, piece)) {
                between.loopback().pump();
                assertThat(Wrongdoing.of(victim, between).fault().fault())
                        .as("%s in %s", victim, states.get(place))
                        .isEqualTo(expected);
            }
        }
    }

    /** Puts a record before a message of the peer. */
    private static Interposer before(Scenario scenario, Role victim, int place, Piece piece) {
        return Interposer.between(
                scenario.client(),
                scenario.server(),
                (from, index, message) -> from == victim.peer() && index == place
                        ? List.of(piece, Piece.handshake(message))
                        : List.of(Piece.handshake(message)));
    }

    private static String line(String state, java.util.function.IntPredicate reads) {
        return state + " " + Arrays.toString(IntStream.of(TYPES).filter(reads).toArray()) + "\n";
    }

    private static boolean instead(Scenario scenario, Role victim, int place, int type) {
        UnaryOperator<byte[]> garbage = message -> Messages.of(type, GARBAGE);
        MessageChange change = MessageChange.at(victim.peer(), place, garbage);
        try (Interposer between = Interposer.between(scenario.client(), scenario.server(), change)) {
            between.loopback().pump();
            return reads(victim, between);
        }
    }

    private static boolean beforeChange(Scenario scenario, Role victim, int type) {
        try (Interposer between = Interposer.between(scenario.client(), scenario.server(), MessageChange.none())) {
            between.beforeChangeCipherSpec(victim.peer(), Piece.handshake(Messages.of(type, GARBAGE)));
            between.loopback().pump();
            return reads(victim, between);
        }
    }

    private static boolean connected(Scenario scenario, Role victim, int type) {
        try (Interposer between = Interposer.between(scenario.client(), scenario.server(), MessageChange.none())) {
            finish(between);
            between.inject(victim, 22, Messages.of(type, GARBAGE)).loopback().pump();
            return reads(victim, between);
        }
    }

    private static void finish(Interposer between) {
        between.loopback().handshake();
    }

    /** Who reads a message finds that it is garbage; who does not find it unexpected. Both say so. */
    private static boolean reads(Role victim, Interposer between) {
        if (between.loopback().end(victim).failure().isEmpty()) {
            // RFC 5246 7.2.2: a standing connection says no to renegotiation, and goes on.
            assertThat(between.alerts(victim)).containsExactly(new SeenAlert(victim, 1, Alert.NO_RENEGOTIATION));
            return true;
        }
        Wrongdoing result = Wrongdoing.of(victim, between);
        Fault fault = result.fault().fault();
        assertThat(fault).isIn(Fault.MESSAGE_UNEXPECTED, Fault.DECODE_ERROR, Fault.KEY_EXCHANGE_BAD);
        assertThat(result.alert()).contains(fault.alert());
        return fault != Fault.MESSAGE_UNEXPECTED;
    }

    /** The states in which the peer's messages are met, one for each message. */
    private static List<String> states(Scenario scenario, Role victim) {
        try (Interposer between = Interposer.between(scenario.client(), scenario.server(), MessageChange.none())) {
            between.loopback().handshake();
            List<String> states = new ArrayList<>();
            String now = "ServerStart";
            for (TlsEvent event : between.loopback().end(victim).events()) {
                if (event instanceof TlsEvent.State state) now = state.to();
                if (event instanceof TlsEvent.Message message && message.direction() == Direction.READ) states.add(now);
            }
            return states;
        }
    }

    private static boolean changesCipherSpec(Scenario scenario, Role victim, int place, List<String> states) {
        return !scenario.tls13() && place == states.size() - 1;
    }

    private static String connectedState(Scenario scenario) {
        return scenario.tls13() ? "Connected13" : "Connected12";
    }
}
