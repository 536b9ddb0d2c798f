package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dovetail.tls.api.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every suite, group and signature scheme of ours against every stack that says it has it, in both roles, and against
 * ourselves if nobody has it. What this proves is what {@code docs/interop.md} says.
 */
class MatrixInteropIT {

    private static final Partner OURSELVES = new Ourselves();
    private static final List<Partner> PARTNERS = List.of(
            new JssePartner(), new BouncyPartner(), new ConscryptPartner(), new OpenSslPartner(), new GnuTlsPartner());
    private static final Proofs PROOFS = new Proofs();

    @Test
    void everyPartnerIsHere() {
        PARTNERS.forEach(Partner::require);
    }

    @TestFactory
    Stream<DynamicNode> everyPartnerHasManySuites() {
        // A list that can't be read would leave tests out without a word.
        return PARTNERS.stream()
                .map(partner -> DynamicTest.dynamicTest(partner.name(), () -> {
                    partner.require();
                    assertThat(Row.all(Row.What.SUITE).stream().filter(row -> row.isOf(partner)))
                            .hasSizeGreaterThan(10);
                }));
    }

    @TestFactory
    Stream<DynamicNode> suites() {
        return Row.all(Row.What.SUITE).stream().map(MatrixInteropIT::tests);
    }

    @TestFactory
    Stream<DynamicNode> groups() {
        return Row.all(Row.What.GROUP).stream().map(MatrixInteropIT::tests);
    }

    @TestFactory
    Stream<DynamicNode> signatureSchemes() {
        return Row.all(Row.What.SCHEME).stream().map(MatrixInteropIT::tests);
    }

    @TestFactory
    Stream<DynamicNode> preSharedKeys() {
        return Row.all(Row.What.PSK_MODE).stream().map(MatrixInteropIT::tests);
    }

    @AfterAll
    static void thePageSaysWhatWasProven() {
        PARTNERS.forEach(Partner::close);
        new InteropPage(PARTNERS, OURSELVES, PROOFS).check();
    }

    private static DynamicNode tests(Row row) {
        List<Partner> peers = new ArrayList<>(
                PARTNERS.stream().filter(partner -> row.isOf(partner)).toList());
        boolean inBothRoles = peers.stream()
                .anyMatch(partner -> Stream.of(Role.values())
                        .allMatch(ours -> partner.obstacle(row.trial(), ours).isEmpty()));
        if (!inBothRoles) peers.add(OURSELVES);
        return dynamicContainer(
                row.toString(),
                peers.stream()
                        .flatMap(partner -> Stream.of(Role.values())
                                .filter(ours ->
                                        partner.obstacle(row.trial(), ours).isEmpty())
                                .map(ours -> test(row, partner, ours))));
    }

    private static DynamicTest test(Row row, Partner partner, Role ours) {
        String peer = ours == Role.CLIENT ? "server" : "client";
        return dynamicTest(row + ", the " + peer + " is " + partner.name(), () -> {
            partner.prove(row.trial(), ours);
            PROOFS.add(row, partner, ours);
        });
    }
}
