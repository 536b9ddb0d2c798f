package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.benchmarks.Measurement.Side;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.List;
import java.util.Map;

/** What is measured of the pieces that a handshake is made of. */
final class PlannedParts {

    private static final List<String> GROUPS = List.of("x25519", "secp256r1", "X25519MLKEM768");
    private static final List<String> SCHEMES = List.of("ecdsa_secp256r1_sha256", "rsa_pss_rsae_sha256", "ed25519");

    private final PlanDraft draft;

    PlannedParts(PlanDraft draft) {
        this.draft = draft;
    }

    void full() {
        for (String group : GROUPS) {
            if (draft.catalog().groups().stream().anyMatch(one -> one.name().equals(group))) group(group);
            else draft.absent(Measurement.OWN, group + ": " + "no plug-in on the class path has it");
        }
        for (String scheme : SCHEMES) signature(scheme);
        for (HelloParsing.Offer offer : HelloParsing.Offer.values()) {
            own("HelloParsing.dovetail", "offer", offer.name(), offer.toString());
        }
        for (String suite : List.of(PlannedRecords.USUAL, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")) {
            own("KeySchedule.dovetail", "suite", suite, suite);
        }
        for (KeyKind kind : List.of(KeyKind.EC_P256, KeyKind.RSA_2048)) {
            own("ChainVerification.dovetail", "kind", kind.name(), kind.name());
            Map<String, String> parameters = Map.of("kind", kind.name());
            draft.add(
                    "ChainVerification.trustManager",
                    parameters,
                    kind.name(),
                    Side.PEER,
                    "trust manager of the JDK, without host name");
        }
        own("Discovery.freshJvm", "", "", "in a process of its own");
        draft.add("Discovery.emptyJvm", Map.of(), "in a process of its own", Side.FLOOR, "empty JVM");
        own("Discovery.again", "", "", "again");
    }

    private void own(String benchmark, String parameter, String value, String subject) {
        Map<String, String> parameters = parameter.isEmpty() ? Map.of() : Map.of(parameter, value);
        draft.add(benchmark, parameters, subject, Side.OWN, Plugins.DEFAULT);
    }

    private void group(String name) {
        List<String> all = draft.implementations(NamedGroup.class, name);
        // A hybrid is joined by the catalog, and is no part by itself.
        if (all.isEmpty()) primitive("KeyAgreement.exchange", "group", name, name, List.of(Plugins.DEFAULT));
        else primitive("KeyAgreement.exchange", "group", name, name, all);
    }

    private void signature(String name) {
        List<String> all = draft.implementations(SignatureScheme.class, name);
        primitive("Signatures.sign", "scheme", name, name + ", sign", all);
        primitive("Signatures.verify", "scheme", name, name + ", verify", all);
    }

    /** Implementations are compared with the JDK's. */
    private void primitive(String benchmark, String parameter, String name, String subject, List<String> all) {
        for (String implementation : all) {
            Map<String, String> parameters = Map.of(parameter, name, "implementation", implementation);
            Side side = implementation.equals("JDK") ? Side.PEER : Side.OWN;
            draft.add(benchmark, parameters, subject, side, implementation);
        }
    }
}
