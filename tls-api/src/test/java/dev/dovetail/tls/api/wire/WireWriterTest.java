package dev.dovetail.tls.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireWriterTest {

    @Test
    void writesWhatTheReaderReads() {
        WireWriter out = WireWriter.of("Test");
        out.u8("a", 1).u16("b", 0x0203).u24("c", 0x040506).u32("d", 0xffffffffL);
        out.block("e", 1, new byte[] {8, 9});
        try (WireWriter.Block list = out.open("list", 2)) {
            out.u16("item", 5);
        }
        WireReader in = WireReader.of(out.toBytes(), "Test");
        assertThat(in.u8("a")).isEqualTo(1);
        assertThat(in.u16("b")).isEqualTo(0x0203);
        assertThat(in.u24("c")).isEqualTo(0x040506);
        assertThat(in.u32("d")).isEqualTo(0xffffffffL);
        assertThat(in.block("e", 1, 0, 9)).containsExactly(8, 9);
        WireReader list = in.nested("list", 2, 2, 2);
        assertThat(list.u16("item")).isEqualTo(5);
        in.done();
    }

    @Test
    void fillsNestedLengthsIn() {
        WireWriter out = WireWriter.of("Test");
        try (WireWriter.Block outer = out.open("outer", 3)) {
            try (WireWriter.Block inner = out.open("inner", 1)) {
                out.bytes("data", new byte[300 - 100]);
            }
        }
        byte[] bytes = out.toBytes();
        assertThat(bytes).hasSize(204).startsWith(0, 0, 201, 200);
    }

    @Test
    void refusesAValueThatDoesNotFit() {
        WireWriter out = WireWriter.of("Test");
        assertThatThrownBy(() -> out.u8("a", 256)).hasMessage("Test.a: 256 does not fit 1 bytes");
        assertThatThrownBy(() -> out.u16("a", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> out.block("a", 1, new byte[256])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheObserverTheSameAsTheReader() {
        List<String> written = new ArrayList<>();
        List<String> read = new ArrayList<>();
        WireWriter out = WireWriter.of("Test", (path, data, offset, length) -> written.add(path + offset));
        try (WireWriter.Block list = out.open("list", 2)) {
            out.u16("item", 5);
            out.block("name", 1, new byte[] {1});
        }
        byte[] bytes = out.toBytes();
        WireReader in =
                WireReader.of(bytes, 0, bytes.length, "Test", (path, data, offset, length) -> read.add(path + offset));
        WireReader list = in.nested("list", 2, 0, 99);
        list.u16("item");
        list.block("name", 1, 0, 9);
        assertThat(written).containsExactlyInAnyOrderElementsOf(read);
    }
}
