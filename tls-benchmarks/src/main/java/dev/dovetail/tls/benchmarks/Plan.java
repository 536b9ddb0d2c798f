package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.benchmarks.Measurement.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is measured, in order: what is compared stands together, so that it is measured within one minute. Every
 * implementation that is on the class path takes part.
 */
final class Plan {

    private static final List<String> FULL_SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA+etm",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256+etm");
    private static final List<Integer> FULL_SIZES = List.of(64, 256, 1024, 4096, 16384);
    private static final String USUAL_SUITE = "TLS_AES_128_GCM_SHA256";
    private static final List<String> OTHER_SUITES =
            List.of("TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256");
    // The certificate is of no account in a resumption.
    private static final List<HandshakeKind> RESUMED = List.of(
            HandshakeKind.TLS13_ECDSA_X25519, HandshakeKind.TLS13_ECDSA_SECP256R1, HandshakeKind.TLS12_ECDHE_ECDSA);
    private static final int FULL_RECORD = 16384;
    private static final List<Integer> CALLS = List.of(1024, FULL_RECORD, 262144);

    private final Catalog catalog = Plugins.all();
    private final List<Measurement> measurements = new ArrayList<>();

    private Plan() {}

    /** A few suites and sizes, and the handshakes that matter most. */
    static List<Measurement> shortened() {
        Plan plan = new Plan();
        plan.records(List.of(USUAL_SUITE), List.of(1024, FULL_RECORD));
        plan.records(OTHER_SUITES, List.of(FULL_RECORD));
        for (int size : CALLS) plan.throughput(USUAL_SUITE, size);
        plan.handshakes(
                Handshakes.class,
                List.of(
                        HandshakeKind.TLS13_ECDSA_X25519,
                        HandshakeKind.TLS13_RSA_X25519,
                        HandshakeKind.TLS12_ECDHE_ECDSA),
                false);
        plan.handshakes(Resumptions.class, RESUMED, false);
        return plan.measurements;
    }

    /** Everything. */
    static List<Measurement> full() {
        Plan plan = new Plan();
        plan.records(FULL_SUITES, FULL_SIZES);
        for (String suite : FULL_SUITES) {
            if (RecordSuite.isEncryptThenMac(suite)) continue;
            for (int size : CALLS) plan.throughput(suite, size);
        }
        plan.handshakes(Handshakes.class, List.of(HandshakeKind.values()), true);
        plan.handshakes(Resumptions.class, RESUMED, true);
        for (NamedGroup group : plan.catalog.groups()) plan.group(group.name());
        for (SignatureScheme scheme : plan.catalog.signatureSchemes()) plan.signature(scheme.name());
        return plan.measurements;
    }

    /** All sizes of some suites, whoever brought them. */
    static List<Measurement> suites(List<String> names) {
        Plan plan = new Plan();
        plan.records(names, FULL_SIZES);
        return plan.measurements;
    }

    private void records(List<String> suites, List<Integer> sizes) {
        for (Class<?> direction : List.of(RecordSealing.class, RecordOpening.class)) {
            for (String suite : suites) for (int size : sizes) record(direction.getSimpleName(), suite, size);
        }
    }

    private void record(String direction, String suite, int size) {
        for (String implementation : ciphers(suite)) {
            Map<String, String> parameters = parameters("suite", suite, size, implementation);
            measurements.add(
                    new Measurement(direction + ".dovetail", parameters, suite, size, Side.OWN, implementation));
            if (BareCipher.exists(RecordSuite.of(suite, implementation))) {
                measurements.add(new Measurement(
                        direction + ".bareCipher", parameters, suite, size, Side.FLOOR, implementation));
            }
        }
        jsse(direction, suite, size);
    }

    private void throughput(String suite, int size) {
        String section = EngineThroughput.class.getSimpleName();
        for (String implementation : ciphers(suite)) {
            Map<String, String> parameters = parameters("suite", suite, size, implementation);
            measurements.add(new Measurement(section + ".dovetail", parameters, suite, size, Side.OWN, implementation));
        }
        jsse(section, suite, size);
    }

    private void jsse(String section, String suite, int size) {
        if (!JssePeers.has(suite)) return;
        Map<String, String> parameters = Map.of("suite", suite, "size", String.valueOf(size));
        measurements.add(new Measurement(section + ".sunJsse", parameters, suite, size, Side.PEER, ""));
    }

    private void handshakes(Class<?> benchmark, List<HandshakeKind> kinds, boolean eachImplementation) {
        String section = benchmark.getSimpleName();
        for (HandshakeKind kind : kinds) {
            List<String> implementations =
                    eachImplementation ? List.of(Plugins.DEFAULT, "JDK") : List.of(Plugins.DEFAULT);
            for (String implementation : implementations) {
                Map<String, String> parameters = Map.of("kind", kind.name(), "implementation", implementation);
                measurements.add(
                        new Measurement(section + ".dovetail", parameters, kind.name(), 0, Side.OWN, implementation));
            }
            measurements.add(
                    new Measurement(section + ".sunJsse", Map.of("kind", kind.name()), kind.name(), 0, Side.PEER, ""));
        }
    }

    private void group(String name) {
        primitive("KeyAgreement.exchange", "group", name, name, implementations(NamedGroup.class, name));
    }

    private void signature(String name) {
        List<String> all = implementations(SignatureScheme.class, name);
        primitive("Signatures.sign", "scheme", name, name + ", sign", all);
        primitive("Signatures.verify", "scheme", name, name + ", verify", all);
    }

    /** Implementations are compared with the JDK's. */
    private void primitive(String benchmark, String parameter, String name, String subject, List<String> all) {
        for (String implementation : all) {
            Map<String, String> parameters = Map.of(parameter, name, "implementation", implementation);
            Side side = implementation.equals("JDK") ? Side.PEER : Side.OWN;
            measurements.add(new Measurement(benchmark, parameters, subject, 0, side, implementation));
        }
    }

    private List<String> ciphers(String suite) {
        String cipher = catalog.usable(RecordSuite.name(suite))
                .orElseThrow(() -> new IllegalArgumentException(
                        catalog.explain(RecordSuite.name(suite)).toString()))
                .cipher()
                .name();
        return implementations(BulkCipher.class, cipher);
    }

    private List<String> implementations(Class<? extends dev.dovetail.tls.api.spi.Part> kind, String name) {
        return Plugins.implementations(catalog, kind, name);
    }

    private static Map<String, String> parameters(String key, String value, int size, String implementation) {
        return new TreeMap<>(Map.of(key, value, "size", String.valueOf(size), "implementation", implementation));
    }
}
