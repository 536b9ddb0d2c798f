package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;

/** A list of two-byte numbers with a two-byte length in front: the form of several extensions. */
final class CodeList {

    private CodeList() {}

    static void write(String name, List<Integer> codes, WireWriter out) {
        try (WireWriter.Block list = out.open(name, 2)) {
            for (int code : codes) out.u16("code", code);
        }
    }

    static List<Integer> read(String name, String item, WireReader in) {
        WireReader list = in.nested(name, 2, 2, 0xfffe);
        List<Integer> codes = new ArrayList<>();
        while (list.hasMore()) codes.add(list.u16(item));
        return List.copyOf(codes);
    }
}
