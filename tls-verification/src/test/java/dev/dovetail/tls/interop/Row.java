package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.psk.PskMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One thing of ours that other stacks may have too.
 *
 * @param what it is
 * @param code its two bytes
 * @param name in IANA's spelling
 * @param trial in which it has to be agreed on
 */
record Row(What what, int code, String name, Trial trial) {

    /** The tables of the matrix. */
    enum What {
        SUITE("Cipher suites"),
        GROUP("Groups"),
        SCHEME("Signature schemes"),
        PSK_MODE("Pre-shared keys of TLS 1.3");

        private final String title;

        What(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final List<ProtocolVersion> NEWEST_FIRST = List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);

    /** All rows of a table: newer versions first, then by code. */
    static List<Row> all(What what) {
        Stream<Row> rows = switch (what) {
            case SUITE ->
                Dovetail.suites().stream().map(suite -> new Row(what, suite.code(), suite.name(), Trial.of(suite)));
            case GROUP -> versions(Dovetail.CATALOG.groups(), Row::of);
            case SCHEME -> versions(Dovetail.CATALOG.signatureSchemes(), Row::of);
            case PSK_MODE ->
                Stream.of(PskMode.values())
                        .map(mode -> new Row(what, mode.code(), mode.name().toLowerCase(Locale.ROOT), Trial.of(mode)));
        };
        return rows.sorted(Comparator.comparing((Row row) -> NEWEST_FIRST.indexOf(row.version()))
                        .thenComparing(Row::code))
                .toList();
    }

    ProtocolVersion version() {
        return trial.version();
    }

    /** Whether a stack says that it has it. */
    boolean isOf(Partner partner) {
        return switch (what) {
            case SUITE -> partner.has(trial.suite());
            case GROUP -> partner.has(trial.group().orElseThrow(), version());
            case SCHEME -> partner.has(trial.scheme().orElseThrow(), version());
            case PSK_MODE -> partner.has(trial.mode().orElseThrow());
        };
    }

    private static Stream<Row> of(NamedGroup group, ProtocolVersion version) {
        return Trial.of(group, version).map(trial -> new Row(What.GROUP, group.code(), group.name(), trial)).stream();
    }

    private static Stream<Row> of(SignatureScheme scheme, ProtocolVersion version) {
        return Trial.of(scheme, version)
                .map(trial -> new Row(What.SCHEME, scheme.code(), scheme.name(), trial))
                .stream();
    }

    private static <T> Stream<Row> versions(List<T> things, BiFunction<T, ProtocolVersion, Stream<Row>> rows) {
        return things.stream().flatMap(thing -> NEWEST_FIRST.stream().flatMap(version -> rows.apply(thing, version)));
    }

    @Override
    public String toString() {
        return what == What.SUITE ? name : name + " in " + version();
    }
}
