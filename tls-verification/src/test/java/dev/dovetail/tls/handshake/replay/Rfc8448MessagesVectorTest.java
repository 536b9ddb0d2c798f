package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.Rewritten;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every handshake message of RFC 8448's five handshakes, read and written again, and cut short at every byte. */
class Rfc8448MessagesVectorTest {

    /** Finished has the length that its suite says, so it has no broken form; EndOfEarlyData has nothing in it. */
    private static final Set<String> WITHOUT_FORM = Set.of("Finished", "EndOfEarlyData");

    /**
     * A message.
     *
     * @param name its kind
     * @param bytes header and body
     */
    record Message(String name, byte[] bytes) {

        @Override
        public String toString() {
            return name + " of " + bytes.length + " bytes";
        }
    }

    static Stream<Message> messages() {
        return Trace.all().stream()
                .flatMap(trace -> trace.steps().stream().map(step -> messages(trace, step)))
                .flatMap(messages -> messages)
                .filter(message -> !message.name().equals("EndOfEarlyData"));
    }

    private static Stream<Message> messages(Trace trace, Trace.Step step) {
        if (!step.action().startsWith("construct ")) return Stream.empty();
        // RFC 8448 4 prints its ClientHello up to the binders there, and whole in the record.
        return step.values().entrySet().stream()
                .map(value -> trace.section() == 4 && value.getKey().equals("ClientHello")
                        ? new Message(value.getKey(), trace.sent().get(0).value("payload"))
                        : new Message(value.getKey(), value.getValue()));
    }

    static Stream<Message> messagesWithForm() {
        return messages().filter(message -> !WITHOUT_FORM.contains(message.name()));
    }

    @Test
    void thereAreAllMessagesOfTheRfc() {
        assertThat(messages()).hasSize(39);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesWhatItRead(Message message) {
        assertThat(Rewritten.tls13(message.bytes())).isEqualTo(message.bytes());
    }

    /** RFC 8446 4.1.2: only the hellos may end before their last field, in front of the extensions. */
    @ParameterizedTest
    @MethodSource("messagesWithForm")
    void refusesEveryPrefix(Message message) {
        List<Integer> whole = new ArrayList<>();
        for (int length = HandshakeMessage.HEADER; length < message.bytes().length; length++) {
            byte[] prefix = Arrays.copyOf(message.bytes(), length);
            try {
                Rewritten.tls13(prefix);
                whole.add(length);
            } catch (TlsFault fault) {
                assertThat(fault.fault())
                        .as("the first %d bytes: %s", length, fault)
                        .isEqualTo(Fault.DECODE_ERROR);
            }
        }
        boolean hello =
                message.bytes()[0] == HandshakeType.CLIENT_HELLO || message.bytes()[0] == HandshakeType.SERVER_HELLO;
        assertThat(whole).as("prefixes that are whole messages").hasSize(hello ? 1 : 0);
    }
}
