package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is measured of the pieces that a handshake is made of. */
final class PlannedParts {

    private static final String MANY_LEAVES = String.valueOf(ManyServers.STRANGERS);

    private final PlanDraft draft;
    private final Representatives chosen;

    PlannedParts(PlanDraft draft) {
        this.draft = draft;
        this.chosen = new Representatives(draft.catalog());
    }

    void full() {
        chosen.groups().forEach(this::group);
        chosen.schemes().forEach(this::signature);
        for (HelloParsing.Offer offer : HelloParsing.Offer.values()) {
            own(BenchmarkMethod.HELLO_PARSING, Map.of("offer", offer.name()), offer.toString());
        }
        Stream.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2)
                .flatMap(version -> chosen.suites(version).stream().limit(1))
                .forEach(suite -> own(BenchmarkMethod.KEY_SCHEDULE, Map.of("suite", suite), suite));
        List<KeyKind> keys = Arrays.stream(HandshakeKind.values())
                .map(HandshakeKind::certificate)
                .distinct()
                .toList();
        for (KeyKind key : keys) chain(Map.of("kind", key.name()), key.name());
        // Other leaves each time: nothing of them can be remembered.
        String first = keys.get(0).name();
        chain(Map.of("kind", first, "leaves", MANY_LEAVES), first + ", " + MANY_LEAVES + " leaves");
        String process = "in a process of its own";
        own(BenchmarkMethod.DISCOVERY, Map.of("extent", "FOUND"), process);
        own(BenchmarkMethod.DISCOVERY, Map.of("extent", "COMPOSED"), process + ", every suite composed");
        own(
                BenchmarkMethod.DISCOVERY,
                Map.of("extent", "FOUND", "archived", "true"),
                process + ", with a class data archive");
        draft.add(BenchmarkMethod.DISCOVERY_EMPTY, Map.of(), process, Contender.emptyJvm());
        own(BenchmarkMethod.DISCOVERY_AGAIN, Map.of(), "again");
    }

    private void own(BenchmarkMethod method, Map<String, String> parameters, String subject) {
        draft.add(method, parameters, subject, Contender.own(Plugins.DEFAULT));
    }

    private void chain(Map<String, String> parameters, String subject) {
        own(BenchmarkMethod.CHAIN, parameters, subject);
        Contender manager = Contender.jdk("trust manager of the JDK, without host name");
        draft.add(BenchmarkMethod.CHAIN_TRUST_MANAGER, parameters, subject, manager);
    }

    private void group(String name) {
        // A hybrid's halves have implementations, itself has none.
        boolean whole = draft.catalog().groups().stream()
                .anyMatch(group -> group.name().equals(name) && group.kind() == NamedGroup.Kind.KEM);
        List<String> measured = whole ? List.of(Plugins.DEFAULT) : draft.implementations(NamedGroup.class, name);
        algorithm(BenchmarkMethod.KEY_AGREEMENT, "group", name, name, measured);
    }

    private void signature(String name) {
        List<String> all = draft.implementations(SignatureScheme.class, name);
        algorithm(BenchmarkMethod.SIGN, "scheme", name, name + ", sign", all);
        algorithm(BenchmarkMethod.VERIFY, "scheme", name, name + ", verify", all);
    }

    private void algorithm(
            BenchmarkMethod method, String parameter, String name, String subject, List<String> implementations) {
        for (String one : implementations) {
            draft.add(method, Map.of(parameter, name, "implementation", one), subject, Contender.algorithm(one));
        }
    }
}
