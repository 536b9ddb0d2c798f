package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client offers, as it stands in the bytes of its first record: whatever the client's own configuration says, this
 * is what its peer is told (RFC 8446 4.1.2). Numbers are those of IANA's registries, in the client's order.
 *
 * @param suites cipher suites, with the signals among them
 * @param versions of supported_versions; empty if a client of TLS 1.2 sends none
 * @param groups of supported_groups
 * @param keyShares groups for which a share is sent
 * @param schemes of signature_algorithms
 */
public record Offer(
        List<Integer> suites,
        List<Integer> versions,
        List<Integer> groups,
        List<Integer> keyShares,
        List<Integer> schemes) {

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    /**
     * Reads a record that holds one whole ClientHello and nothing else.
     *
     * @param record header and fragment, as {@link Wiretap#firstRecordOf} catches them; not modified
     * @return the offer
     * @throws IllegalArgumentException if the record carries something else
     */
    public static Offer of(byte[] record) {
        WireReader hello = body(record);
        beforeSuites(hello);
        List<Integer> suites = numbers(hello.nested("cipher_suites", 2, 2, 0xffff));
        hello.block("legacy_compression_methods", 1, 1, 0xff);
        Map<Integer, WireReader> extensions = new HashMap<>();
        if (hello.hasMore()) {
            WireReader list = hello.nested("extensions", 2, 0, 0xffff);
            while (list.hasMore()) extensions.put(list.u16("type"), list.nested("data", 2, 0, 0xffff));
        }
        return new Offer(
                suites,
                list(extensions.get(SUPPORTED_VERSIONS), 1),
                list(extensions.get(SUPPORTED_GROUPS), 2),
                shares(extensions.get(KEY_SHARE)),
                list(extensions.get(SIGNATURE_ALGORITHMS), 2));
    }

    /**
     * The same ClientHello with other suites: for asking a server what it accepts.
     *
     * @param record header and fragment of one whole ClientHello; not modified
     * @param suites what to offer instead
     * @return a record
     */
    public static byte[] with(byte[] record, int... suites) {
        WireReader hello = body(record);
        byte[] fixed = beforeSuites(hello);
        hello.block("cipher_suites", 2, 2, 0xffff);
        byte[] rest = hello.rest("rest");
        WireWriter list = WireWriter.of("cipher_suites");
        for (int suite : suites) list.u16("suite", suite);
        byte[] content = WireWriter.of("ClientHello")
                .bytes("fixed", fixed)
                .block("cipher_suites", 2, list.toBytes())
                .bytes("rest", rest)
                .toBytes();
        byte[] message = WireWriter.of("Handshake")
                .u8("msg_type", CLIENT_HELLO)
                .block("ClientHello", 3, content)
                .toBytes();
        return WireRecord.of(HANDSHAKE, message);
    }

    private static WireReader body(byte[] record) {
        if (WireRecord.contentType(record) != HANDSHAKE || record[WireRecord.HEADER] != CLIENT_HELLO) {
            throw new IllegalArgumentException("no ClientHello: " + Hex.text(record));
        }
        WireReader message = WireReader.of(Arrays.copyOfRange(record, WireRecord.HEADER, record.length), "Handshake");
        message.u8("msg_type");
        return message.nested("ClientHello", 3, 0, 0xffffff);
    }

    /** Reads, and answers, what stands before the suites. */
    private static byte[] beforeSuites(WireReader hello) {
        return WireWriter.of("ClientHello")
                .u16("legacy_version", hello.u16("legacy_version"))
                .bytes("random", hello.bytes("random", 32))
                .block("legacy_session_id", 1, hello.block("legacy_session_id", 1, 0, 32))
                .toBytes();
    }

    private static List<Integer> list(@Nullable WireReader data, int lengthBytes) {
        return data == null ? List.of() : numbers(data.nested("list", lengthBytes, 0, 0xffff));
    }

    private static List<Integer> numbers(WireReader list) {
        List<Integer> numbers = new ArrayList<>();
        while (list.hasMore()) numbers.add(list.u16("number"));
        return List.copyOf(numbers);
    }

    private static List<Integer> shares(@Nullable WireReader data) {
        List<Integer> groups = new ArrayList<>();
        if (data == null) return groups;
        WireReader shares = data.nested("client_shares", 2, 0, 0xffff);
        while (shares.hasMore()) {
            groups.add(shares.u16("group"));
            shares.block("key_exchange", 2, 1, 0xffff);
        }
        return List.copyOf(groups);
    }
}
