package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.Measurement.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is measured of handshakes, of idle connections, and of programs that make one connection. */
final class PlannedConnections {

    private static final HandshakeKind USUAL = HandshakeKind.TLS13_ECDSA_X25519;
    private static final List<String> EVERYBODY =
            List.of(DovetailJsseStack.KEY, "sunjsse", "accp", "bcjsse", "bcjsse-bc", "conscrypt", "tcnative");
    private static final List<String> OTHERS = List.of("sunjsse", "accp", "bcjsse", "conscrypt", "tcnative");
    private static final List<String> FEW = List.of("sunjsse", "tcnative");
    private static final String EMPTY_JVM = "empty JVM";
    private static final String IDLE_PAIRS = "3000";
    private static final String SMOKE_PAIRS = "20";

    private final PlanDraft draft;

    PlannedConnections(PlanDraft draft) {
        this.draft = draft;
    }

    void quick() {
        handshakes(USUAL, OTHERS, false);
        handshakes(HandshakeKind.TLS12_ECDHE_ECDSA, FEW, false);
        resumptions(USUAL, FEW);
        startUp(List.of("sunjsse"));
        memory(List.of(DovetailJsseStack.KEY, "sunjsse"), IDLE_PAIRS);
    }

    void full(boolean smoke) {
        handshakes(USUAL, EVERYBODY, true);
        handshakes(HandshakeKind.TLS13_ECDSA_SECP256R1, OTHERS, true);
        handshakes(HandshakeKind.TLS13_RSA_X25519, OTHERS, false);
        handshakes(HandshakeKind.TLS13_ECDSA_X25519MLKEM768, OTHERS, false);
        handshakes(HandshakeKind.TLS12_ECDHE_ECDSA, EVERYBODY, true);
        handshakes(HandshakeKind.TLS12_ECDHE_RSA, FEW, false);
        handshakes(HandshakeKind.TLS12_RSA, FEW, false);
        // The certificate is of no account in a resumption.
        resumptions(USUAL, EVERYBODY);
        resumptions(HandshakeKind.TLS13_ECDSA_SECP256R1, FEW);
        resumptions(HandshakeKind.TLS12_ECDHE_ECDSA, EVERYBODY);
        startUp(List.of(DovetailJsseStack.KEY, "sunjsse"));
        memory(EVERYBODY, smoke ? SMOKE_PAIRS : IDLE_PAIRS);
    }

    private void handshakes(HandshakeKind kind, List<String> stacks, boolean eachImplementation) {
        String section = Handshakes.class.getSimpleName();
        for (String implementation : implementations(eachImplementation)) own(section, kind, implementation);
        for (String key : stacks) stack(section, key, kind, false, Map.of());
    }

    private void resumptions(HandshakeKind kind, List<String> stacks) {
        String section = Resumptions.class.getSimpleName();
        own(section, kind, Plugins.DEFAULT);
        for (String key : stacks) stack(section, key, kind, true, Map.of());
    }

    private List<String> implementations(boolean each) {
        List<String> all = new ArrayList<>(List.of(Plugins.DEFAULT));
        if (!each) return all;
        for (String implementation : List.of("JDK", "ACCP")) {
            if (Plugins.anythingBy(draft.catalog(), implementation)) all.add(implementation);
        }
        return all;
    }

    private void own(String section, HandshakeKind kind, String implementation) {
        draft.add(
                section + ".dovetail",
                Map.of("kind", kind.name(), "implementation", implementation),
                kind.name(),
                Side.OWN,
                implementation);
    }

    private void stack(String section, String key, HandshakeKind kind, boolean resuming, Map<String, String> more) {
        draft.stack(key, kind.name(), PeerSetting.of(kind, resuming)).ifPresent(stack -> {
            Map<String, String> parameters = PlanDraft.with(more, Measurement.STACK, key);
            draft.add(
                    section + ".peer",
                    PlanDraft.with(parameters, "kind", kind.name()),
                    kind.name(),
                    PlanDraft.sideOf(stack),
                    stack.label() + (more.isEmpty() || !stack.outsideHeap() ? "" : ", heap and native"));
        });
    }

    private void memory(List<String> stacks, String pairs) {
        String section = Memory.class.getSimpleName();
        Map<String, String> parameters = Map.of("pairs", pairs);
        draft.add(
                section + ".dovetail",
                PlanDraft.with(parameters, "kind", USUAL.name()),
                USUAL.name(),
                Side.OWN,
                Plugins.DEFAULT);
        for (String key : stacks) stack(section, key, USUAL, false, parameters);
    }

    private void startUp(List<String> stacks) {
        String section = StartUp.class.getSimpleName();
        Map<String, String> parameters = Map.of("kind", USUAL.name());
        startUp(Measurement.OWN, Plugins.DEFAULT, Side.OWN);
        for (String key : stacks) {
            draft.stack(key, USUAL.name(), PeerSetting.of(USUAL, false))
                    .ifPresent(stack -> startUp(key, stack.label(), PlanDraft.sideOf(stack)));
        }
        draft.add(section + ".emptyJvm", parameters, USUAL.name(), Side.FLOOR, EMPTY_JVM);
    }

    private void startUp(String contender, String label, Side side) {
        Map<String, String> parameters = Map.of("kind", USUAL.name(), "contender", contender);
        draft.add(StartUp.class.getSimpleName() + ".firstHandshake", parameters, USUAL.name(), side, label);
    }
}
