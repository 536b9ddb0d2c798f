package dev.dovetail.tls.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Catalog CATALOG = Catalog.discover();
    private static final Identities IDENTITIES = new Identities();
    private static final Peer OWN = new DovetailPeer(new DovetailEnd(CATALOG, IDENTITIES));

    @Test
    void takesEverySuiteWithEveryGroupInBothRoles() {
        List<Route> routes = plan(false, OWN).routes(suite -> true);

        Set<String> groups = CATALOG.groups().stream().map(NamedGroup::name).collect(Collectors.toSet());
        assertThat(CATALOG.usable()).isNotEmpty().allSatisfy(suite -> {
            for (Role role : Role.values()) {
                assertThat(routes)
                        .filteredOn(route -> route.suite().equals(suite) && route.role() == role)
                        .extracting(Route::groupName)
                        .containsAll(hasGroups(suite) ? groups : Set.of("-"));
            }
        });
    }

    @Test
    void takesOneGroupForEachSuiteWhenInHaste() {
        List<Route> routes = plan(true, OWN).routes(suite -> true);

        assertThat(CATALOG.usable())
                .allSatisfy(suite -> assertThat(routes)
                        .filteredOn(route -> route.suite().equals(suite))
                        .extracting(Route::groupName)
                        .containsOnly(hasGroups(suite) ? CATALOG.groups().get(0).name() : "-"));
    }

    @Test
    void triesClientCertificatesInEachVersion() {
        assertThat(plan(true, OWN).routes(suite -> true))
                .filteredOn(Route::clientCertificate)
                .extracting(route -> route.version() + " " + route.role())
                .containsExactly("TLS 1.3 CLIENT", "TLS 1.3 SERVER", "TLS 1.2 CLIENT", "TLS 1.2 SERVER");
    }

    @Test
    void goesToTheFirstPeerThatSpeaksTheSuite() {
        Peer picky = new Peer() {
            @Override
            public String name() {
                return "picky";
            }

            @Override
            public boolean speaks(
                    UsableSuite suite, dev.dovetail.tls.api.ProtocolVersion version, Optional<NamedGroup> group) {
                return suite.toString().equals("TLS_AES_128_GCM_SHA256");
            }

            @Override
            public Connector prepare(Route route) {
                throw new AssertionError("nobody connects");
            }
        };

        assertThat(plan(true, picky, OWN).routes(suite -> true))
                .allSatisfy(route -> assertThat(route.peer())
                        .isSameAs(route.suite().toString().equals("TLS_AES_128_GCM_SHA256") ? picky : OWN));
    }

    @Test
    void leavesNothingOut() {
        assertThat(plan(false, OWN).leftOut()).isEmpty();
    }

    private static boolean hasGroups(UsableSuite suite) {
        return suite.keyExchange()
                .map(exchange -> exchange.groups().isPresent())
                .orElse(true);
    }

    private static Plan plan(boolean quick, Peer... peers) {
        return new Plan(CATALOG, IDENTITIES, List.of(peers), quick);
    }
}
