package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the demonstration does: every usable suite, in every version that it has, in both roles; every group; then other
 * kinds of keys, and clients that prove who they are. If wished for, every suite with every group that it can use.
 */
final class Plan {

    /** How a suite has the server prove itself, and the key that we give it then. */
    private static final Map<Authentication, KeyKind> KEYS = Map.of(
            Authentication.ECDSA, KeyKind.EC_P256,
            Authentication.RSA, KeyKind.RSA_2048,
            Authentication.DSS, KeyKind.DSA_2048,
            Authentication.RSA_PSK, KeyKind.RSA_2048,
            Authentication.NEGOTIATED, KeyKind.EC_P256,
            // No certificate is sent, so the kind does not matter.
            Authentication.PSK, KeyKind.EC_P256,
            Authentication.ANONYMOUS, KeyKind.EC_P256);

    /** Kinds that show nothing new: the usual one, and the sizes of others. */
    private static final Set<KeyKind> NOTHING_NEW = Set.of(KeyKind.EC_P256, KeyKind.RSA_4096, KeyKind.DSA_1024);

    private final Catalog catalog;
    private final Identities identities;
    private final List<Peer> peers;
    private final boolean allGroups;

    /** A suite that is not carried, and why. */
    record LeftOut(UsableSuite suite, String reason) {}

    /** Who is at the other end, and the group: empty where the key exchange has none. */
    private record Meeting(Peer peer, Optional<NamedGroup> group) {}

    /**
     * A plan.
     *
     * @param catalog what there is
     * @param identities who is who
     * @param peers each route takes the first that speaks its suite and group
     * @param allGroups whether every suite is to be carried with every group
     */
    Plan(Catalog catalog, Identities identities, List<Peer> peers, boolean allGroups) {
        this.catalog = catalog;
        this.identities = identities;
        this.peers = peers;
        this.allGroups = allGroups;
    }

    /** The routes of all suites that the filter takes. */
    List<Route> routes(Predicate<UsableSuite> filter) {
        List<UsableSuite> suites = catalog.usable().stream()
                .filter(suite -> filter.test(suite) && objection(suite).isEmpty())
                .toList();
        List<Route> routes = new ArrayList<>();
        for (ProtocolVersion version : List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2)) {
            List<UsableSuite> those = suites.stream()
                    .filter(suite -> suite.suite().versions().contains(version))
                    .toList();
            if (!those.isEmpty()) routes.addAll(routes(version, those));
        }
        return routes;
    }

    /** Usable suites that need what the demonstration, or the catalog, does not have. */
    List<LeftOut> leftOut() {
        return catalog.usable().stream()
                .flatMap(suite -> objection(suite).map(reason -> new LeftOut(suite, reason)).stream())
                .toList();
    }

    private Optional<String> objection(UsableSuite suite) {
        Authentication by = suite.suite().authentication();
        Optional<KeyKind> key = keyOf(suite);
        if (key.isEmpty()) return Optional.of("its server proves itself by " + by + ", which this has no means for");
        if (suite.suite().versions().stream().anyMatch(version -> !by.signature() || canSign(key.get(), version))) {
            return Optional.empty();
        }
        return Optional.of("its server signs with " + by + ", for which no signature scheme is here");
    }

    private static Optional<KeyKind> keyOf(UsableSuite suite) {
        return Optional.ofNullable(KEYS.get(suite.suite().authentication()));
    }

    private List<Route> routes(ProtocolVersion version, List<UsableSuite> suites) {
        List<Route> routes = new ArrayList<>();
        for (UsableSuite suite : suites) {
            for (Meeting meeting : meetings(suite, version)) routes.addAll(both(suite, version, meeting));
        }
        for (NamedGroup group : catalog.groups()) {
            if (routes.stream().anyMatch(route -> route.group().equals(Optional.of(group)))) continue;
            suites.stream()
                    .filter(suite -> groups(suite, version).contains(Optional.of(group)))
                    .findFirst()
                    .ifPresent(suite -> routes.addAll(both(suite, version, meeting(suite, version, group))));
        }
        routes.addAll(variations(version, routes.get(0)));
        return routes;
    }

    private List<Meeting> meetings(UsableSuite suite, ProtocolVersion version) {
        Stream<Meeting> all = peers.stream()
                .flatMap(peer -> groups(suite, version).stream()
                        .filter(group -> peer.speaks(suite, version, group))
                        .map(group -> new Meeting(peer, group)));
        if (!allGroups) return all.limit(1).toList();
        Map<Optional<NamedGroup>, Meeting> first = new LinkedHashMap<>();
        all.forEach(meeting -> first.putIfAbsent(meeting.group(), meeting));
        return List.copyOf(first.values());
    }

    private Meeting meeting(UsableSuite suite, ProtocolVersion version, NamedGroup group) {
        return peers.stream()
                .filter(peer -> peer.speaks(suite, version, Optional.of(group)))
                .findFirst()
                .map(peer -> new Meeting(peer, Optional.of(group)))
                .orElseThrow();
    }

    /** Other keys, if the suite takes any, and a client's certificate. */
    private List<Route> variations(ProtocolVersion version, Route first) {
        List<Route> more = new ArrayList<>();
        Authentication by = first.suite().suite().authentication();
        if (by.equals(Authentication.NEGOTIATED)) {
            for (KeyKind key : KeyKind.values()) {
                if (NOTHING_NEW.contains(key) || !canSign(key, version)) continue;
                Peer peer = peers.stream()
                        .filter(candidate ->
                                candidate.speaks(first.suite(), version, first.group()) && candidate.knows(key))
                        .findFirst()
                        .orElseThrow();
                more.addAll(both(first.suite(), version, new Meeting(peer, first.group()), key, false));
            }
        }
        if (by.certificate()) {
            more.addAll(both(first.suite(), version, new Meeting(first.peer(), first.group()), first.key(), true));
        }
        return more;
    }

    private boolean canSign(KeyKind key, ProtocolVersion version) {
        return catalog.signatureSchemes().stream()
                .filter(scheme -> scheme.versions().contains(version))
                .anyMatch(scheme -> scheme.fits(identities.of(Role.SERVER, key).publicKey(), version));
    }

    private static List<Route> both(UsableSuite suite, ProtocolVersion version, Meeting meeting) {
        KeyKind key = keyOf(suite).orElseThrow();
        return both(suite, version, meeting, key, false);
    }

    private static List<Route> both(
            UsableSuite suite, ProtocolVersion version, Meeting meeting, KeyKind key, boolean clientCertificate) {
        return Stream.of(Role.CLIENT, Role.SERVER)
                .map(role -> new Route(role, suite, version, meeting.group(), key, clientCertificate, meeting.peer()))
                .toList();
    }

    /** One empty group where the key exchange has none. */
    private List<Optional<NamedGroup>> groups(UsableSuite suite, ProtocolVersion version) {
        Optional<NamedGroup.Kind> kind = suite.keyExchange().flatMap(exchange -> exchange.groups());
        if (suite.keyExchange().isPresent() && kind.isEmpty()) return List.of(Optional.empty());
        return catalog.groups().stream()
                .filter(group -> group.versions().contains(version))
                .filter(group -> kind.isEmpty() || group.kind() == kind.get())
                .map(Optional::of)
                .toList();
    }
}
