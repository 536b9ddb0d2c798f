package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.Measurement.Side;
import java.util.List;
import java.util.Map;

/** What is measured of records. */
final class PlannedRecords {

    static final String USUAL = "TLS_AES_128_GCM_SHA256";

    private static final String AES_256 = "TLS_AES_256_GCM_SHA384";
    private static final String CHACHA = "TLS_CHACHA20_POLY1305_SHA256";
    private static final String GCM_IN_12 = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    private static final String CBC_SHA = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
    private static final String CBC_SHA256 = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256";
    private static final List<Integer> SIZES = List.of(64, 256, 1024, 4096, 16384);
    private static final int MIDDLE = 1024;
    private static final int FULL_RECORD = 16384;
    private static final int MANY_RECORDS = 262144;
    private static final List<String> EVERYBODY =
            List.of(DovetailJsseStack.KEY, "sunjsse", "accp", "bcjsse", "bcjsse-bc", "conscrypt", "tcnative");
    /** BouncyCastle over itself is twenty times as slow: once is enough. */
    private static final List<String> ALL =
            List.of(DovetailJsseStack.KEY, "sunjsse", "accp", "bcjsse", "conscrypt", "tcnative");
    /** Ours, the JDK's, and the fastest. */
    private static final List<String> FEW = List.of(DovetailJsseStack.KEY, "sunjsse", "tcnative");

    private static final List<String> FASTEST = List.of(DovetailJsseStack.KEY, "sunjsse", "conscrypt", "tcnative");
    private static final List<String> SUN = List.of("sunjsse");

    private final PlanDraft draft;

    PlannedRecords(PlanDraft draft) {
        this.draft = draft;
    }

    void quick() {
        connection(USUAL, MIDDLE, FASTEST, false);
        connection(USUAL, FULL_RECORD, FASTEST, false);
        connection(CHACHA, FULL_RECORD, SUN, false);
        connection(CBC_SHA256, FULL_RECORD, SUN, false);
        connection(USUAL, MANY_RECORDS, SUN, false);
    }

    void full() {
        connection(USUAL, 64, ALL, true);
        connection(USUAL, 256, FASTEST, false);
        connection(USUAL, MIDDLE, ALL, true);
        connection(USUAL, 4096, FASTEST, true);
        connection(USUAL, FULL_RECORD, EVERYBODY, true);
        connection(USUAL, MANY_RECORDS, FEW, false);
        shortMessages(USUAL, ALL);
        for (String suite : List.of(AES_256, CHACHA, GCM_IN_12)) {
            connection(suite, MIDDLE, SUN, false);
            connection(suite, FULL_RECORD, ALL, false);
        }
        connection(CBC_SHA, FULL_RECORD, FEW, false);
        connection(CBC_SHA256, MIDDLE, SUN, false);
        connection(CBC_SHA256, FULL_RECORD, FEW, false);
        for (Class<?> direction : List.of(RecordSealing.class, RecordOpening.class)) {
            layer(direction, USUAL, MIDDLE);
            layer(direction, USUAL, FULL_RECORD);
            layer(direction, CBC_SHA256, FULL_RECORD);
            layer(direction, CBC_SHA256 + "+etm", FULL_RECORD);
        }
    }

    /** All sizes of one suite, whoever brought it. Encrypt-then-MAC is the record layer's alone: no other stack can choose. */
    void suite(String name) {
        if (!RecordSuite.isEncryptThenMac(name)) for (int size : SIZES) connection(name, size, ALL, false);
        for (Class<?> direction : List.of(RecordSealing.class, RecordOpening.class)) {
            for (int size : SIZES) layer(direction, name, size);
        }
    }

    /** Through a connection. */
    private void connection(String suite, int size, List<String> stacks, boolean eachKindOfBuffer) {
        String section = Records.class.getSimpleName();
        for (String implementation : draft.ciphers(suite)) {
            Map<String, String> parameters = parameters(suite, size, implementation);
            draft.add(section + ".dovetail", parameters, suite, size, Side.OWN, implementation);
            if (size <= FULL_RECORD) floor(section, parameters, suite, size, implementation);
        }
        Map<String, String> parameters = Map.of("suite", suite, "size", String.valueOf(size));
        for (String key : stacks) stack(section, key, parameters, suite, size, eachKindOfBuffer);
    }

    private void shortMessages(String suite, List<String> stacks) {
        String section = SmallRecords.class.getSimpleName();
        String message = String.valueOf(SmallRecords.MESSAGE);
        String subject = suite + ", messages of " + message;
        for (String implementation : draft.ciphers(suite)) {
            Map<String, String> parameters =
                    PlanDraft.with(parameters(suite, FULL_RECORD, implementation), "message", message);
            draft.add(section + ".dovetail", parameters, subject, FULL_RECORD, Side.OWN, implementation);
        }
        Map<String, String> parameters =
                Map.of("suite", suite, "size", String.valueOf(FULL_RECORD), "message", message);
        for (String key : stacks) stack(section, key, parameters, subject, FULL_RECORD, false);
    }

    private void stack(
            String section,
            String key,
            Map<String, String> parameters,
            String subject,
            int size,
            boolean eachKindOfBuffer) {
        draft.stack(key, subject, PeerSetting.of(String.valueOf(parameters.get("suite"))))
                .ifPresent(stack -> {
                    List<BufferKind> kinds =
                            eachKindOfBuffer ? stack.buffers() : stack.buffers().subList(0, 1);
                    for (BufferKind kind : kinds) {
                        Map<String, String> all = PlanDraft.with(parameters, Measurement.STACK, key);
                        draft.add(
                                section + ".peer",
                                PlanDraft.with(all, "buffers", kind.name()),
                                subject,
                                size,
                                PlanDraft.sideOf(stack),
                                stack.label() + ", " + kind);
                    }
                });
    }

    /** Through the record layer alone. */
    private void layer(Class<?> direction, String suite, int size) {
        String section = direction.getSimpleName();
        for (String implementation : draft.ciphers(suite)) {
            Map<String, String> parameters = parameters(suite, size, implementation);
            draft.add(section + ".dovetail", parameters, suite, size, Side.OWN, implementation);
            floor(section, parameters, suite, size, implementation);
        }
        boolean sun = draft.stack("sunjsse", suite, PeerSetting.of(RecordSuite.name(suite)))
                .isPresent();
        if (!sun || RecordSuite.isEncryptThenMac(suite)) return;
        Map<String, String> parameters = Map.of("suite", suite, "size", String.valueOf(size));
        draft.add(section + ".sunJsse", parameters, suite, size, Side.PEER, "");
    }

    private void floor(String section, Map<String, String> parameters, String suite, int size, String implementation) {
        if (!BareCipher.exists(RecordSuite.of(suite, implementation))) return;
        draft.add(section + ".bareCipher", parameters, suite, size, Side.FLOOR, implementation);
    }

    private static Map<String, String> parameters(String suite, int size, String implementation) {
        return Map.of("suite", suite, "size", String.valueOf(size), "implementation", implementation);
    }
}
