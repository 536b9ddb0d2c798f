package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the demonstration does: every usable suite, in every version that it has, with every group that it can use, in
 * both roles; then other kinds of keys, and clients that prove who they are.
 */
final class Plan {

    /** How a suite has the server prove itself, and the key that we give it then. */
    private static final Map<Authentication, KeyKind> KEYS = Map.of(
            Authentication.ECDSA, KeyKind.EC_P256,
            Authentication.RSA, KeyKind.RSA_2048,
            Authentication.NEGOTIATED, KeyKind.EC_P256,
            // No certificate is sent, so the kind does not matter.
            Authentication.ANONYMOUS, KeyKind.EC_P256);

    private static final List<KeyKind> OTHER_KEYS = List.of(
            KeyKind.RSA_2048,
            KeyKind.RSASSA_PSS_2048,
            KeyKind.EC_P384,
            KeyKind.EC_P521,
            KeyKind.ED25519,
            KeyKind.ED448);

    private final Catalog catalog;
    private final Identities identities;
    private final List<Peer> peers;
    private final boolean quick;

    /**
     * A plan.
     *
     * @param catalog what there is
     * @param identities who is who
     * @param peers each route takes the first that speaks its suite and group
     * @param quick whether one group for each suite is enough
     */
    Plan(Catalog catalog, Identities identities, List<Peer> peers, boolean quick) {
        this.catalog = catalog;
        this.identities = identities;
        this.peers = peers;
        this.quick = quick;
    }

    /** The routes of all suites that the filter takes. */
    List<Route> routes(Predicate<UsableSuite> filter) {
        List<Route> routes = new ArrayList<>();
        for (UsableSuite suite : catalog.usable()) {
            KeyKind key = KEYS.get(suite.suite().authentication());
            if (key == null || !filter.test(suite)) continue;
            for (ProtocolVersion version : versions(suite)) {
                for (Optional<NamedGroup> group : groups(suite, version))
                    both(suite, version, group, key, false).forEach(routes::add);
            }
        }
        Set.copyOf(routes.stream().map(Route::version).toList()).stream()
                .sorted(Comparator.reverseOrder())
                .forEach(version -> routes.addAll(variations(version, routes)));
        return routes;
    }

    /** Usable suites that need what the demonstration does not have, such as a key that both sides know before. */
    List<UsableSuite> leftOut() {
        return catalog.usable().stream()
                .filter(suite -> !KEYS.containsKey(suite.suite().authentication()))
                .toList();
    }

    /** Other keys and a client's certificate with a version's first route that takes any key, or else its first. */
    private List<Route> variations(ProtocolVersion version, List<Route> routes) {
        Route first = routes.stream()
                .filter(route -> route.version().equals(version))
                .findFirst()
                .orElseThrow();
        List<Route> more = new ArrayList<>();
        if (first.suite().suite().authentication().equals(Authentication.NEGOTIATED)) {
            for (KeyKind key : OTHER_KEYS)
                if (canSign(key, version)) more.addAll(both(first.suite(), version, first.group(), key, false));
        }
        if (first.suite().suite().authentication().certificate()) {
            more.addAll(both(first.suite(), version, first.group(), first.key(), true));
        }
        return more;
    }

    private boolean canSign(KeyKind key, ProtocolVersion version) {
        return catalog.signatureSchemes().stream()
                .filter(scheme -> scheme.versions().contains(version))
                .anyMatch(scheme -> scheme.fits(identities.of(Role.SERVER, key).publicKey(), version));
    }

    private List<Route> both(
            UsableSuite suite,
            ProtocolVersion version,
            Optional<NamedGroup> group,
            KeyKind key,
            boolean clientCertificate) {
        Peer peer = peers.stream()
                .filter(candidate -> candidate.speaks(suite, version, group))
                .findFirst()
                .orElseThrow();
        return Stream.of(Role.CLIENT, Role.SERVER)
                .map(role -> new Route(role, suite, version, group, key, clientCertificate, peer))
                .toList();
    }

    private static List<ProtocolVersion> versions(UsableSuite suite) {
        return Stream.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2)
                .filter(suite.suite().versions()::contains)
                .toList();
    }

    /** One empty group where the key exchange has none. */
    private List<Optional<NamedGroup>> groups(UsableSuite suite, ProtocolVersion version) {
        Optional<NamedGroup.Kind> kind = suite.keyExchange().flatMap(exchange -> exchange.groups());
        if (suite.keyExchange().isPresent() && kind.isEmpty()) return List.of(Optional.empty());
        return catalog.groups().stream()
                .filter(group -> group.versions().contains(version))
                .filter(group -> kind.isEmpty() || group.kind() == kind.get())
                .limit(quick ? 1 : Long.MAX_VALUE)
                .map(Optional::of)
                .toList();
    }
}
