package dev.dovetail.tls.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireReaderTest {

    @Test
    void readsNumbersOfEveryWidth() {
        WireReader in = WireReader.of(new byte[] {1, 2, 3, 4, 5, 6, -1, -1, -1, -1}, "Test");
        assertThat(in.u8("a")).isEqualTo(1);
        assertThat(in.u16("b")).isEqualTo(0x0203);
        assertThat(in.u24("c")).isEqualTo(0x040506);
        assertThat(in.u32("d")).isEqualTo(0xffffffffL);
        in.done();
    }

    @Test
    void namesThePathOfAFieldThatIsCutOff() {
        WireReader in = WireReader.of(new byte[] {0, 3, 1, 0, 0}, "ServerHello");
        WireReader list = in.nested("extensions", 2, 0, 0xffff);
        list.u8("type");
        assertThatThrownBy(() -> list.bytes("data", 6))
                .hasMessage("DECODE_ERROR: ServerHello.extensions.data: needs 6 bytes, has 2"
                        + " [decode_error, RFC 8446 6.2]");
    }

    @Test
    void refusesALengthBeyondItsBounds() {
        assertDecodeError(() -> WireReader.of(new byte[] {33}, "Test").block("session_id", 1, 0, 32));
        assertDecodeError(() -> WireReader.of(new byte[] {0, 0}, "Test").block("suites", 2, 2, 0xfffe));
        assertDecodeError(() -> WireReader.of(new byte[] {2, 0}, "Test").block("data", 1, 0, 255));
    }

    @Test
    void refusesTrailingBytes() {
        WireReader in = WireReader.of(new byte[] {1, 2}, "Test");
        in.u8("a");
        assertThatThrownBy(in::done).hasMessageContaining("Test: 1 trailing bytes");
    }

    @Test
    void staysWithinItsPartOfTheArray() {
        WireReader in = WireReader.of(new byte[] {9, 1, 2, 9}, 1, 2, "Test", null);
        assertThat(in.rest("data")).containsExactly(1, 2);
        assertDecodeError(() -> in.u8("more"));
    }

    @Test
    void showsWhatIsLeftWithoutMovingOn() {
        WireReader in = WireReader.of(new byte[] {1, 2}, "Test");
        assertThat(in.peek()).containsExactly(1, 2);
        assertThat(in.remaining()).isEqualTo(2);
        assertThat(in.hasMore()).isTrue();
    }

    @Test
    void tellsTheObserverEachFieldAndItsPlace() {
        List<String> seen = new ArrayList<>();
        byte[] data = {7, 0, 2, 5, 6};
        WireReader in = WireReader.of(
                data, 0, 5, "Test", (path, bytes, offset, length) -> seen.add(path + "@" + offset + "+" + length));
        in.u8("a");
        in.nested("list", 2, 0, 9).u16("item");
        assertThat(seen).containsExactly("Test.a@0+1", "Test.list.length@1+2", "Test.list.item@3+2");
    }

    private static void assertDecodeError(Runnable read) {
        assertThatThrownBy(read::run)
                .isInstanceOfSatisfying(
                        TlsFault.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.DECODE_ERROR));
    }
}
