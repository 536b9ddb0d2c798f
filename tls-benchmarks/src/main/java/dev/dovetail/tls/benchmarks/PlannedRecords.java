package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.List;
import java.util.Map;

/**
 * What is measured of records: each {@linkplain Representatives representative} by our engine, through {@code javax.net.ssl},
 * by the JDK's TLS and by the bare cipher; other stacks, and direct buffers, where they are most of interest.
 */
final class PlannedRecords {

    private static final int SHORT = 64;
    private static final int MIDDLE = 1024;
    private static final int PAGE = 4096;
    private static final int FULL_RECORD = 16384;
    private static final int MANY_RECORDS = 262144;
    private static final List<Integer> SIZES = List.of(SHORT, 256, MIDDLE, PAGE, FULL_RECORD);
    private static final List<String> EVERYBODY =
            List.of(DovetailJsseStack.KEY, "sunjsse", "accp", "bcjsse", "bcjsse-bc", "conscrypt", "tcnative");
    /** BouncyCastle over itself is twenty times as slow: once is enough. */
    private static final List<String> ALL =
            List.of(DovetailJsseStack.KEY, "sunjsse", "accp", "bcjsse", "conscrypt", "tcnative");

    /** They can choose no suite of TLS 1.3. */
    private static final List<String> NATIVE = List.of("conscrypt", "tcnative");

    private static final List<String> FASTEST = List.of(DovetailJsseStack.KEY, "sunjsse", "conscrypt", "tcnative");
    private static final List<String> FEW = List.of(DovetailJsseStack.KEY, "sunjsse", "tcnative");
    /** Those that can choose any suite. */
    private static final List<String> CHOOSING = List.of(DovetailJsseStack.KEY, "sunjsse", "accp", "bcjsse");

    private static final List<String> SUN = List.of(DovetailJsseStack.KEY, "sunjsse");

    private final PlanDraft draft;
    private final boolean eachImplementation;
    private final Representatives chosen;

    /** All sizes of all implementations, or what the rows of one size tell about others left out. */
    PlannedRecords(PlanDraft draft, boolean eachImplementation) {
        this.draft = draft;
        this.eachImplementation = eachImplementation;
        this.chosen = new Representatives(draft.catalog());
    }

    /** Which kinds of a stack's buffers are measured. */
    private enum Buffers {
        /** The one that suits the stack best. */
        BEST,
        /** What most applications have. */
        HEAP,
        /** All that it takes. */
        EACH;

        List<BufferKind> of(PeerStack stack) {
            if (this == EACH) return stack.buffers();
            return List.of(this == HEAP ? BufferKind.HEAP : stack.buffers().get(0));
        }
    }

    /** The three ways to measure one direction of our record layer. */
    private record Direction(BenchmarkMethod own, BenchmarkMethod sunJsse, BenchmarkMethod bare) {

        static final List<Direction> BOTH = List.of(
                new Direction(BenchmarkMethod.SEALING, BenchmarkMethod.SEALING_SUNJSSE, BenchmarkMethod.SEALING_BARE),
                new Direction(BenchmarkMethod.OPENING, BenchmarkMethod.OPENING_SUNJSSE, BenchmarkMethod.OPENING_BARE));
    }

    void quick() {
        List<String> newer = chosen.suites(ProtocolVersion.TLS_1_3);
        newer.stream().limit(1).forEach(suite -> {
            connection(suite, MIDDLE, FASTEST, Buffers.BEST);
            connection(suite, FULL_RECORD, FASTEST, Buffers.BEST);
        });
        newer.stream().skip(1).forEach(suite -> connection(suite, FULL_RECORD, SUN, Buffers.BEST));
        chosen.cbcSuites().stream().limit(1).forEach(suite -> connection(suite, FULL_RECORD, SUN, Buffers.BEST));
        newer.stream().limit(1).forEach(suite -> connection(suite, MANY_RECORDS, SUN, Buffers.BEST));
    }

    void full() {
        List<String> newer = chosen.suites(ProtocolVersion.TLS_1_3);
        newer.stream().limit(1).forEach(this::usual);
        newer.stream().skip(1).forEach(suite -> other(suite, SUN));
        List<String> older = chosen.suites(ProtocolVersion.TLS_1_2);
        older.stream().limit(1).forEach(suite -> other(suite, FASTEST));
        older.stream().skip(1).forEach(suite -> other(suite, SUN));
        List<String> cbc = chosen.cbcSuites();
        cbc.stream().limit(1).forEach(suite -> connection(suite, FULL_RECORD, FEW, Buffers.HEAP));
        cbc.stream().skip(1).forEach(suite -> connection(suite, FULL_RECORD, SUN, Buffers.HEAP));
        for (String suite : cbc) connection(suite, SHORT, SUN, Buffers.HEAP);
        for (Direction direction : Direction.BOTH) {
            newer.stream().limit(1).forEach(suite -> layer(direction, suite, FULL_RECORD));
            cbc.stream().limit(1).forEach(suite -> layer(direction, suite, FULL_RECORD));
        }
    }

    /** Everybody. */
    private void usual(String suite) {
        connection(suite, SHORT, ALL, Buffers.EACH);
        connection(suite, MIDDLE, ALL, Buffers.EACH);
        connection(suite, PAGE, ALL, Buffers.EACH);
        connection(suite, FULL_RECORD, EVERYBODY, Buffers.EACH);
        connection(suite, MANY_RECORDS, FEW, Buffers.BEST);
        shortMessages(suite, FASTEST);
    }

    /**
     * Stacks over BoringSSL take part in TLS 1.2 only: in TLS 1.3 they choose the suite. A cipher whose nonces are the same in
     * both versions is measured in TLS 1.3 only.
     */
    private void other(String suite, List<String> withShortRecords) {
        if (sendsNonces(suite)) {
            connection(suite, SHORT, withShortRecords, Buffers.HEAP);
            connection(suite, PAGE, CHOOSING, Buffers.HEAP);
            peer(suite, PAGE, "tcnative", Buffers.HEAP);
            connection(suite, FULL_RECORD, CHOOSING, Buffers.HEAP);
            for (String key : NATIVE) peer(suite, FULL_RECORD, key, Buffers.EACH);
        } else if (RecordSuite.of13(suite)) {
            for (int size : List.of(SHORT, MIDDLE, FULL_RECORD)) connection(suite, size, SUN, Buffers.HEAP);
        }
    }

    /** Whether records of TLS 1.2 have a nonce in them (RFC 5288 3), so that they are not those of TLS 1.3. */
    private boolean sendsNonces(String suite) {
        return Plugins.usable(draft.catalog(), suite).cipher() instanceof AeadCipher aead
                && aead.tls12Nonce() == AeadCipher.Tls12Nonce.EXPLICIT;
    }

    /** All sizes of one suite, whoever brought it. Encrypt-then-MAC is the record layer's alone: no other stack can choose. */
    void suite(String name) {
        if (!RecordSuite.isEncryptThenMac(name)) for (int size : SIZES) connection(name, size, ALL, Buffers.BEST);
        for (Direction direction : Direction.BOTH) {
            for (int size : SIZES) layer(direction, name, size);
        }
    }

    /** Through a connection. */
    private void connection(String suite, int size, List<String> stacks, Buffers buffers) {
        for (String implementation : ciphers(suite, size)) {
            Map<String, String> parameters = parameters(suite, size, implementation);
            draft.add(BenchmarkMethod.RECORDS, parameters, suite, size, Contender.own(implementation));
            if (size <= FULL_RECORD) floor(BenchmarkMethod.RECORDS_BARE, parameters, suite, size, implementation);
        }
        for (String key : stacks) peer(suite, size, key, buffers);
    }

    private void peer(String suite, int size, String key, Buffers buffers) {
        Map<String, String> parameters = Map.of("suite", suite, "size", String.valueOf(size));
        stack(BenchmarkMethod.RECORDS_PEER, key, parameters, suite, size, buffers);
    }

    /** All implementations take part with full records where a cipher is seen first, and where a suite was named. */
    private List<String> ciphers(String suite, int size) {
        List<String> all = draft.ciphers(suite);
        boolean each = eachImplementation || (size == FULL_RECORD && isFirstWithItsCipher(suite));
        return each ? all : all.subList(0, Math.min(1, all.size()));
    }

    private boolean isFirstWithItsCipher(String suite) {
        return RecordSuite.of13(suite) || chosen.cbcSuites().indexOf(suite) == 0;
    }

    private void shortMessages(String suite, List<String> stacks) {
        String message = String.valueOf(SmallRecords.MESSAGE);
        String subject = suite + ", messages of " + message;
        for (String implementation : ciphers(suite, SHORT)) {
            Map<String, String> parameters =
                    PlanDraft.with(parameters(suite, FULL_RECORD, implementation), "message", message);
            draft.add(BenchmarkMethod.SMALL_RECORDS, parameters, subject, FULL_RECORD, Contender.own(implementation));
        }
        Map<String, String> parameters =
                Map.of("suite", suite, "size", String.valueOf(FULL_RECORD), "message", message);
        for (String key : stacks) {
            stack(BenchmarkMethod.SMALL_RECORDS_PEER, key, parameters, subject, FULL_RECORD, Buffers.BEST);
        }
    }

    private void stack(
            BenchmarkMethod method,
            String key,
            Map<String, String> parameters,
            String subject,
            int size,
            Buffers buffers) {
        draft.stack(key, subject, PeerSetting.of(String.valueOf(parameters.get("suite"))))
                .ifPresent(stack -> {
                    Map<String, String> some = PlanDraft.with(parameters, "stack", key);
                    for (BufferKind kind : buffers.of(stack)) {
                        Map<String, String> all = PlanDraft.with(some, "buffers", kind.name());
                        draft.add(
                                method, all, subject, size, Contender.of(stack).with(kind.toString()));
                    }
                });
    }

    /** Through the record layer alone. */
    private void layer(Direction direction, String suite, int size) {
        for (String implementation : eachImplementation ? draft.ciphers(suite) : ciphers(suite, SHORT)) {
            Map<String, String> parameters = parameters(suite, size, implementation);
            draft.add(direction.own(), parameters, suite, size, Contender.own(implementation));
            floor(direction.bare(), parameters, suite, size, implementation);
        }
        if (RecordSuite.isEncryptThenMac(suite)) return;
        Map<String, String> parameters = Map.of("suite", suite, "size", String.valueOf(size));
        draft.stack("sunjsse", suite, PeerSetting.of(suite))
                .ifPresent(stack -> draft.add(direction.sunJsse(), parameters, suite, size, Contender.of(stack)));
    }

    private void floor(
            BenchmarkMethod method, Map<String, String> parameters, String suite, int size, String implementation) {
        if (!BareCipher.exists(RecordSuite.of(suite, implementation))) return;
        draft.add(method, parameters, suite, size, Contender.bareCipher(implementation));
    }

    private static Map<String, String> parameters(String suite, int size, String implementation) {
        return Map.of("suite", suite, "size", String.valueOf(size), "implementation", implementation);
    }
}
