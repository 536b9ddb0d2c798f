package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.TestParts.Cipher;
import dev.dovetail.tls.api.catalog.TestParts.TestHash;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final SuiteProvider SUITE = TestParts.suites(TestParts.suite(0xff10, "TLS_TEST", "TESTCIPHER"));

    @Test
    void assemblesASuiteFromItsParts() {
        Catalog catalog = Catalog.of(SUITE, new Cipher("TESTCIPHER"), new TestHash());
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.usable("TLS_TEST")).hasValueSatisfying(suite -> {
            assertThat(suite.cipher().name()).isEqualTo("TESTCIPHER");
            assertThat(suite.hash().name()).isEqualTo("TESTHASH");
        });
        assertThat(catalog.explain("TLS_TEST").usable()).isTrue();
    }

    @Test
    void namesThePartThatIsMissing() {
        Catalog catalog = Catalog.of(SUITE, new TestHash());
        assertThat(catalog.usable()).isEmpty();
        assertThat(catalog.suites()).hasSize(1);
        assertThat(catalog.explain("TLS_TEST").toString()).contains("cipher TESTCIPHER is missing");
    }

    @Test
    void takesTheHighestPriority() {
        Catalog catalog = Catalog.of(SUITE, new TestHash(), cipher("Slow", 1), cipher("Fast", 2));
        assertThat(implementation(catalog)).isEqualTo("Fast");
    }

    @Test
    void anImplementationThatIsNotNeededIsNotAskedWhetherItWorks() {
        AtomicInteger asked = new AtomicInteger();
        Catalog catalog = Catalog.of(
                SUITE,
                new TestHash(),
                cipher("Fast", 2),
                new TestParts.Curious("TESTCIPHER", asked),
                cipher("Slow", 1));
        assertThat(implementation(catalog)).isEqualTo("Fast");
        assertThat(asked).hasValue(0);
        assertThat(implementation(catalog.prefer("TESTCIPHER", "Test"))).isEqualTo("Test");
        assertThat(asked).hasValue(1);
    }

    @Test
    void fallsBackFromAPreferredImplementationThatIsUnavailable() {
        Cipher wanted = new Cipher("TESTCIPHER", "Wanted", 9, Availability.unavailable("no such library"));
        Catalog catalog = Catalog.of(SUITE, new TestHash(), wanted, cipher("Plain", 0));
        assertThat(implementation(catalog.prefer("TESTCIPHER", "Wanted"))).isEqualTo("Plain");
    }

    @Test
    void aTieWithOneThatIsUnavailableIsNoTie() {
        Cipher absent = new Cipher("TESTCIPHER", "Best", 1, Availability.unavailable("no such library"));
        Catalog catalog = Catalog.of(SUITE, new TestHash(), absent, cipher("One", 1));
        assertThat(implementation(catalog)).isEqualTo("One");
    }

    @Test
    void aTieThatIsNotNeededIsNoProblem() {
        Catalog catalog = Catalog.of(SUITE, new TestHash(), cipher("One", 1), cipher("Two", 1), cipher("Best", 2));
        assertThat(implementation(catalog)).isEqualTo("Best");
        assertThat(catalog.problems()).isEmpty();
    }

    @Test
    void anImplementationThatCantTellItsPriorityHarmsNobodyElse() {
        Catalog catalog = Catalog.of(SUITE, new TestHash(), new TestParts.Unsure("TESTCIPHER"), cipher("Plain", 0));
        assertThat(implementation(catalog)).isEqualTo("Plain");
    }

    @Test
    void letsTheUserPreferAnotherImplementation() {
        Catalog catalog = Catalog.of(SUITE, new TestHash(), cipher("Slow", 1), cipher("Fast", 2));
        assertThat(implementation(catalog.prefer("TESTCIPHER", "Slow"))).isEqualTo("Slow");
        assertThat(implementation(catalog))
                .as("the catalog itself does not change")
                .isEqualTo("Fast");
    }

    @Test
    void reportsANameThatIsAmbiguous() {
        Catalog catalog = Catalog.of(SUITE, new TestHash(), cipher("One", 1), cipher("Two", 1));
        assertThat(catalog.usable()).isEmpty();
        assertThat(catalog.problems())
                .singleElement()
                .asString()
                .contains("ambiguous")
                .contains("One", "Two");
        assertThat(catalog.explain("TLS_TEST").toString()).contains("ambiguous");
    }

    @Test
    void fallsBackToAnImplementationThatIsAvailable() {
        Cipher absent = new Cipher("TESTCIPHER", "Best", 9, Availability.unavailable("no such library"));
        assertThat(implementation(Catalog.of(SUITE, new TestHash(), absent, cipher("Plain", 0))))
                .isEqualTo("Plain");
        assertThat(Catalog.of(SUITE, new TestHash(), absent).explain("TLS_TEST").toString())
                .contains("no such library");
    }

    @Test
    void keepsTheFirstOfTwoSuitesWithOneCode() {
        Catalog catalog = Catalog.of(
                TestParts.suites(
                        TestParts.suite(0xff10, "TLS_FIRST", "TESTCIPHER"),
                        TestParts.suite(0xff10, "TLS_SECOND", "TESTCIPHER")),
                new Cipher("TESTCIPHER"),
                new TestHash());
        assertThat(catalog.usable()).singleElement().hasToString("TLS_FIRST");
        assertThat(catalog.problems()).singleElement().asString().contains("same code as TLS_FIRST");
        assertThat(catalog.explain("TLS_SECOND").usable()).isFalse();
    }

    @Test
    void reportsAProviderThatFails() {
        SuiteProvider broken = () -> {
            throw new IllegalStateException("no suites today");
        };
        Catalog catalog = Catalog.of(broken, SUITE, new Cipher("TESTCIPHER"), new TestHash());
        assertThat(catalog.usable()).hasSize(1);
        assertThat(catalog.problems()).singleElement().asString().contains("no suites today");
    }

    @Test
    void leavesOutWhatTheUserDrops() {
        Catalog catalog = Catalog.of(SUITE, new Cipher("TESTCIPHER"), new TestHash());
        assertThat(catalog.without("TESTCIPHER").usable()).isEmpty();
    }

    @Test
    void ordersSuitesByStrengthThenPreference() {
        Catalog catalog = Catalog.of(
                TestParts.suites(
                        TestParts.suite(0xff11, "TLS_LEGACY", "TESTCIPHER", Trait.LEGACY),
                        TestParts.suite(0xff12, "TLS_PLAIN", "TESTCIPHER")),
                new Cipher("TESTCIPHER"),
                new TestHash());
        assertThat(catalog.usable()).extracting(UsableSuite::toString).containsExactly("TLS_PLAIN", "TLS_LEGACY");
    }

    @Test
    void enablesOnlyWhatIsRecommendedUnasked() {
        Catalog catalog = Catalog.of(
                TestParts.suites(
                        TestParts.suite(0xff11, "TLS_GOOD", "TESTCIPHER", Trait.RECOMMENDED),
                        TestParts.suite(0xff12, "TLS_PLAIN", "TESTCIPHER"),
                        TestParts.suite(0xff13, "TLS_OLD", "TESTCIPHER", Trait.LEGACY)),
                new Cipher("TESTCIPHER"),
                new TestHash());
        assertThat(Selection.modern(catalog).suites())
                .extracting(UsableSuite::toString)
                .containsExactly("TLS_GOOD");
        assertThat(Selection.compatible(catalog).suites())
                .extracting(UsableSuite::toString)
                .containsExactlyInAnyOrder("TLS_GOOD", "TLS_PLAIN");
        assertThat(Selection.modern(catalog).andSuites("TLS_OLD").suites())
                .extracting(UsableSuite::toString)
                .containsExactly("TLS_GOOD", "TLS_OLD");
    }

    @Test
    void offersNoVersionForWhichNothingIsEnabled() {
        Catalog catalog = Catalog.of(
                TestParts.suites(TestParts.suite(0xff11, "TLS_GOOD", "TESTCIPHER", Trait.RECOMMENDED)),
                new Cipher("TESTCIPHER"),
                new TestHash());
        assertThat(Selection.modern(catalog).versions()).containsExactly(ProtocolVersion.TLS_1_2);
        assertThat(Selection.modern(catalog.without("TESTCIPHER")).versions()).isEmpty();
    }

    @Test
    void refusesToSelectWhatCanNotBeUsed() {
        Selection selection = Selection.modern(Catalog.of(SUITE, new TestHash()));
        assertThatThrownBy(() -> selection.suites("TLS_TEST")).hasMessageContaining("cipher TESTCIPHER is missing");
        assertThatThrownBy(() -> selection.suites("TLS_NOBODY")).hasMessageContaining("suite TLS_NOBODY is missing");
        assertThatThrownBy(() -> selection.groups("nogroup")).hasMessageContaining("group nogroup is missing");
        assertThatThrownBy(() -> selection.signing("noscheme"))
                .hasMessageContaining("signature scheme noscheme is missing");
        assertThatThrownBy(() -> selection.extensions("none")).hasMessageContaining("extension none is missing");
    }

    @Test
    void asksNoPartWhetherItWorksBeforeItsNameIsNeeded() {
        AtomicInteger asked = new AtomicInteger();
        StreamCipher curious = new TestParts.Curious("CURIOUS", asked);
        Catalog catalog = Catalog.of(
                new TestParts.TestHash(),
                new TestParts.Cipher("PLAIN"),
                curious,
                TestParts.suites(
                        TestParts.suite(0xfff0, "TLS_PLAIN", "PLAIN", Trait.RECOMMENDED),
                        TestParts.suite(0xfff1, "TLS_CURIOUS", "CURIOUS")));

        assertThat(Selection.modern(catalog).suites())
                .extracting(UsableSuite::toString)
                .containsExactly("TLS_PLAIN");
        assertThat(catalog.usable("TLS_PLAIN")).isPresent();
        assertThat(asked).hasValue(0);

        assertThat(catalog.usable("TLS_CURIOUS")).isPresent();
        assertThat(catalog.usable()).hasSize(2);
        assertThat(catalog.problems()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void leavesOutWhatSomebodyImplementedWithoutAskingIt() {
        TestGroup kept = new TestGroup(1, "group", NamedGroup.Kind.ELLIPTIC_CURVE, 4, 1);
        AtomicInteger asked = new AtomicInteger();
        TestGroup other = new TestGroup(
                1, "group", "Other", 9, NamedGroup.Kind.ELLIPTIC_CURVE, 4, (byte) 2, new ArrayList<>(), asked);

        assertThat(Catalog.of(kept, other).groups()).containsExactly(other);
        asked.set(0);
        assertThat(Catalog.of(kept, other).withoutImplementation("Other").groups())
                .containsExactly(kept);
        assertThat(asked).hasValue(0);
        assertThat(Catalog.of(kept, other)
                        .prefer("group", "Other")
                        .withoutImplementation("Other")
                        .groups())
                .containsExactly(kept);
    }

    @Test
    void namingAGroupAsksNoOtherWhetherItWorks() {
        TestGroup named = new TestGroup(1, "named", NamedGroup.Kind.ELLIPTIC_CURVE, 4, 1);
        TestGroup other = new TestGroup(2, "other", NamedGroup.Kind.ELLIPTIC_CURVE, 4, 2);

        assertThat(new Lookup(Catalog.of(named, other)).groups("named")).containsExactly(named);
        assertThat(named.asked()).hasValue(1);
        assertThat(other.asked()).hasValue(0);
    }

    @Test
    void namingASignatureSchemeAsksNoOtherWhetherItWorks() {
        TestScheme named = new TestScheme(1, "named");
        TestScheme other = new TestScheme(2, "other");

        assertThat(new Lookup(Catalog.of(named, other)).signatureSchemes("named"))
                .containsExactly(named);
        assertThat(named.asked()).hasValue(1);
        assertThat(other.asked()).hasValue(0);
    }

    @Test
    void aPartThatFailsWhenItIsAskedIsOneProblem() {
        Catalog catalog = Catalog.of(
                SUITE,
                new TestHash(),
                new TestParts.Cipher("TESTCIPHER"),
                new TestParts.Cipher("PLAIN"),
                new TestParts.Unsure("UNSURE"));

        assertThat(catalog.usable("TLS_TEST")).isPresent();
        for (int i = 0; i < 2; i++) {
            assertThat(catalog.problems())
                    .singleElement()
                    .satisfies(problem ->
                            assertThat(problem.toString()).contains("UNSURE").contains("has no idea"));
        }
    }

    private static Cipher cipher(String implementation, int priority) {
        return new Cipher("TESTCIPHER", implementation, priority, Availability.available());
    }

    private static String implementation(Catalog catalog) {
        return catalog.usable("TLS_TEST").orElseThrow().cipher().implementation();
    }
}
