package dev.dovetail.tls.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Catalog CATALOG = Catalog.discover();
    private static final Identities IDENTITIES = new Identities();
    private static final Peer OWN = new DovetailPeer(new DovetailEnd(CATALOG, IDENTITIES));

    @Test
    void takesEverySuiteInEveryVersionAndInBothRoles() {
        List<Route> routes = plan(false, OWN).routes(suite -> true);

        assertThat(CATALOG.usable()).isNotEmpty().allSatisfy(suite -> {
            for (Role role : Role.values()) {
                assertThat(routes)
                        .filteredOn(route -> route.suite().equals(suite) && route.role() == role)
                        .extracting(Route::version)
                        .containsAll(suite.suite().versions());
            }
        });
    }

    @Test
    void takesEveryGroupInEveryVersionAndInBothRoles() {
        List<Route> routes = plan(false, OWN).routes(suite -> true);

        assertThat(CATALOG.groups()).isNotEmpty().allSatisfy(group -> {
            for (Role role : Role.values()) {
                assertThat(routes)
                        .filteredOn(route -> route.groupName().equals(group.name()) && route.role() == role)
                        .extracting(Route::version)
                        .containsAll(group.versions());
            }
        });
    }

    @Test
    void takesEverySuiteWithEveryGroupIfWishedFor() {
        List<Route> routes = plan(true, OWN).routes(suite -> true);

        assertThat(CATALOG.usable())
                .isNotEmpty()
                .allSatisfy(suite -> assertThat(routes)
                        .filteredOn(route -> route.suite().equals(suite))
                        .extracting(Route::groupName)
                        .containsAll(groups(suite)));
    }

    @Test
    void triesClientCertificatesInEachVersion() {
        assertThat(plan(false, OWN).routes(suite -> true))
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
            public boolean independent() {
                return true;
            }

            @Override
            public boolean speaks(
                    UsableSuite suite, dev.dovetail.tls.api.ProtocolVersion version, Optional<NamedGroup> group) {
                return suite.toString().equals("TLS_AES_128_GCM_SHA256");
            }

            @Override
            public boolean knows(KeyKind key) {
                return true;
            }

            @Override
            public Connector prepare(Route route) {
                throw new AssertionError("nobody connects");
            }
        };

        assertThat(plan(false, picky, OWN).routes(suite -> true))
                .allSatisfy(route -> assertThat(route.peer())
                        .isSameAs(route.suite().toString().equals("TLS_AES_128_GCM_SHA256") ? picky : OWN));
    }

    @Test
    void saysWhyASuiteIsLeftOut() {
        String[] dsa = CATALOG.signatureSchemes().stream()
                .filter(scheme -> scheme.authentication().equals("DSS"))
                .map(SignatureScheme::name)
                .toArray(String[]::new);
        Plan plan = new Plan(CATALOG.without(dsa), IDENTITIES, List.of(OWN), false);

        assertThat(plan.leftOut())
                .isNotEmpty()
                .allMatch(left -> left.suite().suite().authentication().equals(Authentication.DSS))
                .allMatch(left -> left.reason().contains("signature scheme"));
        assertThat(plan.routes(suite -> true)).noneMatch(route -> route.key() == KeyKind.DSA_2048);
    }

    @Test
    void leavesNothingOut() {
        assertThat(plan(false, OWN).leftOut()).isEmpty();
    }

    /** The groups that a suite can be used with, best first; a dash if it needs none. */
    private static List<String> groups(UsableSuite suite) {
        Optional<NamedGroup.Kind> kind = suite.keyExchange().flatMap(exchange -> exchange.groups());
        if (suite.keyExchange().isPresent() && kind.isEmpty()) return List.of("-");
        return CATALOG.groups().stream()
                .filter(group -> suite.suite().versions().stream().anyMatch(group.versions()::contains))
                .filter(group -> kind.isEmpty() || group.kind() == kind.get())
                .map(NamedGroup::name)
                .toList();
    }

    private static Plan plan(boolean allGroups, Peer... peers) {
        return new Plan(CATALOG, IDENTITIES, List.of(peers), allGroups);
    }
}
