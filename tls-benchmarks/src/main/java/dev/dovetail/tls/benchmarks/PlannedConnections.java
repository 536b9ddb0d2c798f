package dev.dovetail.tls.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is measured of handshakes, of idle connections, and of programs that make one connection. */
final class PlannedConnections {

    private static final HandshakeKind USUAL = HandshakeKind.TLS13_ECDSA_X25519;
    /** BCJSSE over its own algorithms is on some JDKs the faster one of the two. */
    private static final List<String> EVERYBODY =
            List.of(DovetailJsseStack.KEY, "sunjsse", "accp", "bcjsse", "bcjsse-bc", "conscrypt", "tcnative");

    private static final List<String> PROTOCOLS =
            List.of(DovetailJsseStack.KEY, "sunjsse", "bcjsse", "conscrypt", "tcnative");
    // Choice: ours through javax.net.ssl is measured with some kinds only, so that a run stays within half an hour.

    /** Where Amazon's provider has all that is needed. */
    private static final List<String> NATIVE = List.of("sunjsse", "accp", "conscrypt", "tcnative");

    /** The JDK's, and the fastest. */
    private static final List<String> FASTEST = List.of("sunjsse", "conscrypt", "tcnative");

    private static final List<String> FEW = List.of(DovetailJsseStack.KEY, "sunjsse", "tcnative");
    private static final List<String> SUN = List.of(DovetailJsseStack.KEY, "sunjsse");
    private static final String IDLE_PAIRS = "3000";
    private static final String SMOKE_PAIRS = "20";
    /** More certificates than any stack remembers. */
    private static final String MANY_SERVERS = String.valueOf(ManyServers.STRANGERS);

    private final PlanDraft draft;

    PlannedConnections(PlanDraft draft) {
        this.draft = draft;
    }

    /** Whose algorithms whole handshakes are measured with, beside those that are used unasked. */
    private enum Others {
        /** The JDK's, to compare protocol with protocol. */
        JDK("no module on the class path has anything by it"),
        /** Native code. */
        ACCP("tls-provider-accp is not on the class path");

        private final String missing;

        Others(String missing) {
            this.missing = missing;
        }
    }

    void quick() {
        handshakes(USUAL, PROTOCOLS, List.of());
        handshakes(HandshakeKind.TLS12_ECDHE_ECDSA, FEW, List.of());
        resumptions(USUAL, FEW);
        startUp(List.of("sunjsse"));
        memory(SUN, IDLE_PAIRS);
    }

    void full(boolean smoke) {
        handshakes(USUAL, EVERYBODY, List.of(Others.JDK));
        anotherCertificateEachTime();
        handshakes(HandshakeKind.TLS13_ECDSA_SECP256R1, NATIVE, List.of(Others.ACCP));
        handshakes(HandshakeKind.TLS13_RSA_X25519, List.of("sunjsse"), List.of());
        handshakes(HandshakeKind.TLS13_ECDSA_X25519MLKEM768, FASTEST, List.of());
        handshakes(HandshakeKind.TLS12_ECDHE_ECDSA, EVERYBODY, List.of());
        handshakes(HandshakeKind.TLS12_ECDHE_ECDSA_SECP256R1, NATIVE, List.of(Others.ACCP));
        handshakes(HandshakeKind.TLS12_ECDHE_RSA, SUN, List.of());
        handshakes(HandshakeKind.TLS12_RSA, FEW, List.of());
        // The certificate is of no account in a resumption.
        resumptions(USUAL, PROTOCOLS);
        resumptions(HandshakeKind.TLS12_ECDHE_ECDSA, PROTOCOLS);
        startUp(SUN);
        startUpArchived(SUN);
        memory(PROTOCOLS, smoke ? SMOKE_PAIRS : IDLE_PAIRS);
    }

    /** By what is used unasked, and by other implementations, whose modules are expected to be here. */
    private void handshakes(HandshakeKind kind, List<String> stacks, List<Others> others) {
        List<String> implementations = new ArrayList<>(List.of(Plugins.DEFAULT));
        for (Others one : others) {
            if (draft.isHere(one.name(), "whole handshakes", one.missing)) implementations.add(one.name());
        }
        for (String implementation : implementations) own(BenchmarkMethod.HANDSHAKES, kind, implementation);
        for (String key : stacks) stack(BenchmarkMethod.HANDSHAKES_PEER, key, kind, false);
    }

    /** The usual handshake where nothing of the server's chain can be remembered. */
    private void anotherCertificateEachTime() {
        String subject = USUAL.name() + ", another certificate each time";
        Map<String, String> parameters = Map.of("kind", USUAL.name(), "servers", MANY_SERVERS);
        draft.add(
                BenchmarkMethod.HANDSHAKES,
                PlanDraft.with(parameters, "implementation", Plugins.DEFAULT),
                subject,
                Contender.own(Plugins.DEFAULT));
        for (String key : SUN) {
            draft.stack(key, USUAL.name(), PeerSetting.of(USUAL, false))
                    .ifPresent(stack -> draft.add(
                            BenchmarkMethod.HANDSHAKES_PEER,
                            PlanDraft.with(parameters, "stack", key),
                            subject,
                            Contender.of(stack)));
        }
    }

    private void resumptions(HandshakeKind kind, List<String> stacks) {
        own(BenchmarkMethod.RESUMPTIONS, kind, Plugins.DEFAULT);
        for (String key : stacks) stack(BenchmarkMethod.RESUMPTIONS_PEER, key, kind, true);
    }

    private void own(BenchmarkMethod method, HandshakeKind kind, String implementation) {
        draft.add(
                method,
                Map.of("kind", kind.name(), "implementation", implementation),
                kind.name(),
                Contender.own(implementation));
    }

    private void stack(BenchmarkMethod method, String key, HandshakeKind kind, boolean resuming) {
        draft.stack(key, kind.name(), PeerSetting.of(kind, resuming))
                .ifPresent(stack ->
                        draft.add(method, Map.of("kind", kind.name(), "stack", key), kind.name(), Contender.of(stack)));
    }

    private void memory(List<String> stacks, String pairs) {
        Map<String, String> parameters = Map.of("pairs", pairs, "kind", USUAL.name());
        draft.add(BenchmarkMethod.MEMORY, parameters, USUAL.name(), Contender.own(Plugins.DEFAULT));
        for (String key : stacks) {
            draft.stack(key, USUAL.name(), PeerSetting.of(USUAL, false)).ifPresent(stack -> {
                Contender who = Contender.of(stack);
                draft.add(
                        BenchmarkMethod.MEMORY_PEER,
                        PlanDraft.with(parameters, "stack", key),
                        USUAL.name(),
                        stack.outsideHeap() ? who.with("heap and native") : who);
            });
        }
    }

    private void startUp(List<String> stacks) {
        startUp(stacks, USUAL.name(), Map.of());
        draft.add(BenchmarkMethod.START_UP_EMPTY, Map.of("kind", USUAL.name()), USUAL.name(), Contender.emptyJvm());
    }

    /** As programs have it that are to start quickly. */
    private void startUpArchived(List<String> stacks) {
        startUp(stacks, USUAL.name() + ", with a class data archive", Map.of("archived", "true"));
    }

    private void startUp(List<String> stacks, String subject, Map<String, String> parameters) {
        startUp(Contender.own(Plugins.DEFAULT), subject, parameters);
        for (String key : stacks) {
            draft.stack(key, subject, PeerSetting.of(USUAL, false))
                    .ifPresent(stack -> startUp(Contender.of(stack), subject, parameters));
        }
    }

    private void startUp(Contender who, String subject, Map<String, String> parameters) {
        Map<String, String> all = PlanDraft.with(parameters, "kind", USUAL.name());
        draft.add(BenchmarkMethod.START_UP, PlanDraft.with(all, "contender", who.key()), subject, who);
    }
}
