package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every message cut short at every byte, and with a byte too many, each with a header that gives the wrong length as the
 * right one: nothing but decode_error comes of it. The scenarios are those that have every message between them.
 */
class MutilatedMessageTest {

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {
                "TLS13_CLIENT_AUTHENTICATION",
                "TLS13_RETRY_WITH_COOKIE",
                "TLS12_CLIENT_AUTHENTICATION",
                "TLS12_RSA_CBC"
            })
    void refusesEveryStrictPrefix(Scenario scenario) {
        for (Role from : Role.values()) {
            List<byte[]> messages = messages(scenario, from);
            for (int place = 0; place < messages.size(); place++) {
                byte[] body = Messages.body(messages.get(place));
                for (int length = 0; length < body.length; length++) {
                    int cut = length;
                    Optional<TlsFault> fault = fault(scenario, from, place, message -> Messages.prefix(message, cut));
                    if (endsBeforeExtensions(messages.get(place), length)) {
                        // RFC 5246 7.4.1.2: a hello of TLS 1.2 may end there, so here something else is missing.
                        assertThat(fault.map(TlsFault::fault)).isNotEqualTo(Optional.of(Fault.INTERNAL));
                        continue;
                    }
                    assertDecodeError(fault, from, messages.get(place), length + " of " + body.length + " bytes");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {
                "TLS13_CLIENT_AUTHENTICATION",
                "TLS13_RETRY_WITH_COOKIE",
                "TLS12_CLIENT_AUTHENTICATION",
                "TLS12_RSA_CBC"
            })
    void refusesATrailingByte(Scenario scenario) {
        for (Role from : Role.values()) {
            List<byte[]> messages = messages(scenario, from);
            for (int place = 0; place < messages.size(); place++) {
                for (byte trailing : new byte[] {0, 1, -1}) {
                    Optional<TlsFault> fault =
                            fault(scenario, from, place, message -> Messages.with(message, trailing));
                    assertDecodeError(fault, from, messages.get(place), "one byte more");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void refusesMutilatedKeyUpdates(Role victim) {
        for (byte[] body : List.of(new byte[0], new byte[2])) assertPostHandshake(victim, Messages.of(24, body));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "CLIENT")
    void refusesMutilatedTickets(Role victim) {
        byte[] ticket = RecordProvocations.ticket(1000);
        IntStream.range(0, ticket.length)
                .forEach(length -> assertPostHandshake(victim, Messages.prefix(Messages.of(4, ticket), length)));
        assertPostHandshake(victim, Messages.of(4, Messages.join(ticket, new byte[1])));
    }

    private static void assertPostHandshake(Role victim, byte[] message) {
        Wrongdoing result = Wrongdoing.afterHandshake(
                victim,
                Scenario.TLS13.client(),
                Scenario.TLS13.server(),
                between -> between.inject(victim, 22, message));
        assertThat(result.fault().fault()).isEqualTo(Fault.DECODE_ERROR);
        assertThat(result.alert()).contains(Alert.DECODE_ERROR);
    }

    private static void assertDecodeError(Optional<TlsFault> fault, Role from, byte[] message, String what) {
        assertThat(fault.map(TlsFault::fault))
                .as("%s of %s: %s", Messages.type(message), from, what)
                .isEqualTo(Optional.of(Fault.DECODE_ERROR));
    }

    private static boolean endsBeforeExtensions(byte[] message, int length) {
        if (!Set.of(CLIENT_HELLO, SERVER_HELLO).contains(Messages.type(message))) return false;
        return length == Messages.body(HelloEdit.of(message).dropAll().bytes()).length - 2;
    }

    private static List<byte[]> messages(Scenario scenario, Role from) {
        try (Interposer between = Interposer.between(scenario.client(), scenario.server(), MessageChange.none())) {
            between.loopback().handshake();
            return between.messages(from);
        }
    }

    private static Optional<TlsFault> fault(Scenario scenario, Role from, int place, UnaryOperator<byte[]> edit) {
        MessageChange change = MessageChange.at(from, place, edit);
        try (Interposer between = Interposer.between(scenario.client(), scenario.server(), change)) {
            between.loopback().pump();
            return between.loopback().end(from.peer()).failure();
        }
    }
}
