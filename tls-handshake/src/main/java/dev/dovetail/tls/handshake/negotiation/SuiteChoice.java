package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.NegotiationReport;
import dev.dovetail.tls.api.NegotiationReport.Removal;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.ServerConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The server's choice of a suite: the first of its own that the client offers and that nothing speaks against; or the
 * client's first, if the configuration says so.
 */
public final class SuiteChoice {

    private SuiteChoice() {}

    /**
     * Chooses.
     *
     * @param config what is enabled here, and whose order counts
     * @param version the version that was negotiated
     * @param offered the client's suites
     * @param objection why a suite that both have can't be used after all; empty if it can
     * @return the suite
     * @throws TlsFault {@link Fault#NO_COMMON_SUITE} with both offers and the rule that removed each candidate
     */
    public static UsableSuite choose(
            ServerConfig config,
            ProtocolVersion version,
            List<Integer> offered,
            Function<UsableSuite, Optional<String>> objection) {
        Selection selection = config.selection();
        List<Removal> removed = new ArrayList<>();
        for (UsableSuite suite : candidates(config, offered)) {
            Optional<String> reason = reason(suite, version, offered, objection);
            if (reason.isEmpty()) return suite;
            removed.add(new Removal(suite.suite().name(), reason.get()));
        }
        throw Fault.NO_COMMON_SUITE
                .because("none of the client's %d suites can be used with %s", offered.size(), version)
                .with(new NegotiationReport(
                        "cipher suite",
                        selection.suites().stream().map(UsableSuite::toString).toList(),
                        NegotiationReport.named(offered, selection::nameOf),
                        removed,
                        "Enable a suite of the peer's list here (Selection.suites), or one of these there."));
    }

    /**
     * Why that suite was chosen, for the observer.
     *
     * @param config whose order counts
     * @return the rule
     */
    public static String rule(ServerConfig config) {
        return config.clientSuiteOrder() ? "the client's first that both can use" : "our first that both can use";
    }

    private static List<UsableSuite> candidates(ServerConfig config, List<Integer> offered) {
        List<UsableSuite> own = config.selection().suites();
        if (!config.clientSuiteOrder()) return own;
        // A suite that is not offered goes to the end, to be removed with its reason.
        Comparator<UsableSuite> order = Comparator.comparingInt(suite -> {
            int place = offered.indexOf(suite.code());
            return place < 0 ? Integer.MAX_VALUE : place;
        });
        return own.stream().sorted(order).toList();
    }

    private static Optional<String> reason(
            UsableSuite suite,
            ProtocolVersion version,
            List<Integer> offered,
            Function<UsableSuite, Optional<String>> objection) {
        if (!offered.contains(suite.code())) return Optional.of("the peer does not offer it");
        if (!suite.suite().versions().contains(version)) return Optional.of("it does not exist in " + version);
        return objection.apply(suite);
    }
}
