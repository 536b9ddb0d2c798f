package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.catalog.UsableSuite;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Suites by their numbers. */
final class TestSuites {

    private static final List<UsableSuite> ALL = Stream.of(
                    TestBed.CATALOG.usable(),
                    ShortLivedAead.selection(ShortLivedAead.TLS_1_3).suites(),
                    ShortLivedAead.selection(ShortLivedAead.TLS_1_2).suites())
            .flatMap(List::stream)
            .toList();

    private TestSuites() {}

    static Optional<UsableSuite> find(int code) {
        return ALL.stream().filter(suite -> suite.code() == code).findFirst();
    }
}
