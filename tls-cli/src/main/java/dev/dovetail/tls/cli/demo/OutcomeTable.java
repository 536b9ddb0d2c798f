package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.cli.text.Table;
import dev.dovetail.tls.handshake.ConnectionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of the demonstration, a line for each outcome.
 *
 * @param table its columns
 */
record OutcomeTable(Table table) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Wide enough for these routes, before anything is known of how they go. */
    static OutcomeTable of(List<Route> routes, Catalog catalog) {
        Table table = Table.of(
                "role",
                "suite",
                "TLS",
                "group",
                "signature",
                "peer",
                ">handshake",
                ">MiB/s out",
                ">MiB/s in",
                "verdict");
        List<List<String>> widest = new ArrayList<>();
        for (Route route : routes) widest.add(row(route, Optional.empty(), "", "", "", ""));
        for (SignatureScheme scheme : catalog.signatureSchemes())
            widest.add(List.of("", "", "", "", scheme.name(), "", "", "", "", ""));
        return new OutcomeTable(table.fit(widest));
    }

    String heading() {
        return table.heading();
    }

    String line(Outcome outcome, int size) {
        Optional<Courier.Times> times = outcome.times();
        return table.line(row(
                outcome.route(),
                outcome.info(),
                outcome.info().isPresent()
                        ? String.format(Locale.ROOT, "%.1f ms", outcome.handshakeNanos() / NANOS_PER_MILLI)
                        : "-",
                times.map(known -> rate(size, known.sendNanos())).orElse("-"),
                times.map(known -> rate(size, known.receiveNanos())).orElse("-"),
                verdict(outcome)));
    }

    private static List<String> row(
            Route route, Optional<ConnectionInfo> info, String handshake, String send, String receive, String verdict) {
        return List.of(
                route.role() == Role.CLIENT ? "client" : "server",
                route.suite().suite().name(),
                route.version().toString().replace("TLS ", ""),
                route.groupName(),
                info.flatMap(agreed -> serversScheme(route, agreed))
                        .map(SignatureScheme::name)
                        .orElse("-"),
                route.peer().name(),
                handshake,
                send,
                receive,
                verdict);
    }

    private static Optional<SignatureScheme> serversScheme(Route route, ConnectionInfo agreed) {
        return route.role() == Role.CLIENT ? agreed.peerScheme() : agreed.ownScheme();
    }

    private static String verdict(Outcome outcome) {
        if (!outcome.passed()) return "FAILED";
        List<String> remarks = new ArrayList<>(List.of("ok"));
        if (outcome.route().clientCertificate()) remarks.add("client certificate");
        if (outcome.info().filter(ConnectionInfo::helloRetried).isPresent()) remarks.add("hello retried");
        return String.join(", ", remarks);
    }

    private static String rate(int size, long nanos) {
        return String.format(Locale.ROOT, "%.0f", size / (double) Payload.MEBIBYTE / (nanos / NANOS_PER_SECOND));
    }
}
