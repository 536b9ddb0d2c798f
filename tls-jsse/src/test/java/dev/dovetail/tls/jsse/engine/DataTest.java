package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Application data, once there is a connection. */
class DataTest {

    private static final int FULL = 1 << 14;

    @ParameterizedTest
    @EnumSource
    void dataOfAnyLengthGoesBothWays(Course course) {
        byte[][] messages = IntStream.of(0, 1, 2, 3, 100, FULL - 1, FULL, FULL + 1, 40_000)
                .mapToObj(Data::of)
                .toArray(byte[][]::new);
        Conversation talk = course.connected(Plan.plain());
        for (byte[] message : messages) talk.carries(Role.CLIENT, message).carries(Role.SERVER, message);

        talk.queue(Role.CLIENT, messages).queue(Role.SERVER, messages).pump();
        talk.received(Role.SERVER, messages).received(Role.CLIENT, messages);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void manyTinyRecordsMayArriveAtOnce(Course course) {
        byte[][] messages =
                IntStream.range(0, 1_000).mapToObj(i -> Data.of(1 + i % 3)).toArray(byte[][]::new);
        for (int room : new int[] {Plan.AMPLE, 3, 1, 0}) {
            Conversation talk = course.connected(Plan.plain().plaintexts(room));
            talk.carries(Role.SERVER, messages).carries(Role.CLIENT, messages);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void recordsAreAsLargeAsTheyMayBe(Course course) {
        Conversation talk = course.connected(Plan.plain());
        int before = talk.wire(Role.CLIENT).lengths().size();
        talk.carries(Role.CLIENT, Data.of(3 * FULL));
        List<Integer> lengths = talk.wire(Role.CLIENT).lengths();
        assertThat(lengths.subList(before, lengths.size())).hasSize(Stack.strict() || !course.tls13() ? 3 : 4);
    }

    /**
     * The client may send as soon as its part of the handshake is done, while the server still has the rest before
     * it.
     */
    @ParameterizedTest
    @EnumSource
    void dataThatWaitsGoesAsSoonAsItMay(Course course) {
        byte[] up = Data.of(20_000);
        byte[] down = Data.of(30_000);
        for (Cut cut : new Cut[] {Cut.none(), Cut.records(), Cut.every(100)}) {
            Conversation talk = course.begin(Plan.plain().with(cut));
            talk.queue(Role.CLIENT, up).queue(Role.SERVER, down).handshake();
            talk.received(Role.SERVER, up).received(Role.CLIENT, down);
        }
    }
}
