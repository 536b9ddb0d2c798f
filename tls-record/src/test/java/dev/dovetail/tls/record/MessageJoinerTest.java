package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.MESSAGE_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageJoinerTest {

    private final MessageJoiner joiner = new MessageJoiner(1000);

    @Test
    void joinsAndPartsMessagesCutAtAnyTwoPlaces() {
        byte[] all = join(message(1, 0), message(2, 5), message(3, 0), message(4, 11));
        for (int first = 0; first <= all.length; first++) {
            for (int second = first; second <= all.length; second++) {
                List<byte[]> messages = new ArrayList<>();
                joiner.add(all, 0, first);
                drain(messages);
                joiner.add(all, first, second - first);
                joiner.add(all, second, all.length - second);
                drain(messages);
                assertThat(messages).hasSize(4);
                assertThat(messages.get(1)).isEqualTo(message(2, 5));
                assertThat(messages.get(3)).isEqualTo(message(4, 11));
                assertThat(joiner.isEmpty()).isTrue();
            }
        }
    }

    private void drain(List<byte[]> messages) {
        for (byte[] message = joiner.next(); message != null; message = joiner.next()) messages.add(message);
    }

    @Test
    void joinsALongMessageFromSingleBytes() {
        byte[] message = message(11, 1000);
        for (int i = 0; i < message.length; i++) {
            assertThat(joiner.next()).isNull();
            joiner.add(message, i, 1);
            assertThat(joiner.length()).isEqualTo(i + 1);
        }
        assertThat(joiner.next()).isEqualTo(message);
    }

    @Test
    void isNotEmptyWhileAnythingIsHeld() {
        assertThat(joiner.isEmpty()).isTrue();
        joiner.add(message(1, 3), 0, 1);
        assertThat(joiner.isEmpty()).isFalse();
        joiner.add(message(1, 3), 1, 6);
        assertThat(joiner.isEmpty()).isFalse();
        joiner.next();
        assertThat(joiner.isEmpty()).isTrue();
    }

    @Test
    void refusesATooLongMessageByItsHeaderAlone() {
        byte[] message = message(1, 1001);
        joiner.add(message, 0, 3);
        Wire.refused(MESSAGE_TOO_LONG, () -> joiner.add(message, 3, 1));
    }

    @Test
    void refusesATooLongMessageBehindAnother() {
        joiner.add(join(message(1, 2), Arrays.copyOf(message(2, 1001), 4)), 0, 10);
        Wire.refused(MESSAGE_TOO_LONG, joiner::next);
    }

    @Test
    void allowsTheLongestMessage() {
        joiner.add(message(1, 1000), 0, 1004);
        assertThat(joiner.next()).hasSize(1004);
    }

    @Test
    void keepsNoArrayOfTheCaller() {
        byte[] message = message(1, 3);
        joiner.add(message, 0, 5);
        Arrays.fill(message, (byte) 0);
        joiner.add(message(1, 3), 5, 2);
        assertThat(joiner.next()).isEqualTo(message(1, 3));
    }

    @Test
    void isEmptyOnceClosed() {
        joiner.add(message(1, 3), 0, 5);
        joiner.close();
        assertThat(joiner.isEmpty()).isTrue();
        assertThat(joiner.next()).isNull();
    }

    private static byte[] message(int type, int length) {
        byte[] message = Suites.pattern(4 + length, type);
        message[0] = (byte) type;
        message[1] = (byte) (length >> 16);
        message[2] = (byte) (length >> 8);
        message[3] = (byte) length;
        return message;
    }

    private static byte[] join(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            all = Arrays.copyOf(all, all.length + part.length);
            System.arraycopy(part, 0, all, all.length - part.length, part.length);
        }
        return all;
    }
}
