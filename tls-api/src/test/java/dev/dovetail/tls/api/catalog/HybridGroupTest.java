package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hybrid names its groups; the catalog finds them, in whatever plug-in they are. */
class HybridGroupTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a plug-in's author writes. */
    private static final class Hybrid extends HybridGroup {
        Hybrid() {
            super(0xfe10, "kem+curve", "kem", "curve", 100, Trait.RECOMMENDED);
        }
    }

    private final TestGroup kem = new TestGroup(0xfe11, "kem", NamedGroup.Kind.KEM, 3, 'k');
    private final TestGroup curve = new TestGroup(0xfe12, "curve", NamedGroup.Kind.ELLIPTIC_CURVE, 5, 'c');
    private final Catalog catalog = Catalog.of(new Hybrid(), kem, curve);

    @Test
    void isAGroupOfTheCatalogWithFactsOfItsOwn() {
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.groups()).extracting(NamedGroup::name).containsExactly("kem+curve", "kem", "curve");
        NamedGroup hybrid = hybrid(catalog);
        assertThat(hybrid.code()).isEqualTo(0xfe10);
        assertThat(hybrid.kind()).isEqualTo(NamedGroup.Kind.KEM);
        assertThat(hybrid.versions()).containsExactly(ProtocolVersion.TLS_1_3);
        assertThat(hybrid.traits()).containsExactly(Trait.RECOMMENDED);
        assertThat(hybrid.preference()).isEqualTo(100);
        assertThat(hybrid.implementation()).isEqualTo("Test");
        assertThat(catalog.explain("kem+curve").usable()).isTrue();
        assertThat(catalog.parts()).contains(hybrid).allMatch(catalog::uses);
    }

    @Test
    void joinsSharesAndSecretsInOrder() throws IllegalShareException {
        NamedGroup hybrid = hybrid(catalog);
        assertThat(hybrid.initiatorShareLength()).isEqualTo(8);
        assertThat(hybrid.responderShareLength()).isEqualTo(10);
        try (Initiator initiator = hybrid.generate(RANDOM)) {
            assertThat(initiator.share()).asString().isEqualTo("kkkccccc");
            try (Encapsulated answer = hybrid.encapsulate(initiator.share(), RANDOM);
                    Secret secret = initiator.decapsulate(answer.share())) {
                assertThat(answer.share()).asString().isEqualTo("kkkkcccccc");
                assertThat(answer.secret().matches("kkcc".getBytes())).isTrue();
                assertThat(secret.matches("kkcc".getBytes())).isTrue();
            }
        }
    }

    @Test
    void refusesWhatEitherHalfRefuses() {
        NamedGroup hybrid = hybrid(catalog);
        try (Initiator initiator = hybrid.generate(RANDOM)) {
            for (String share : List.of("\0kkccccc", "kkk\0cccc", "kkkcccc", "kkkcccccc")) {
                assertThatThrownBy(() -> hybrid.encapsulate(share.getBytes(), RANDOM))
                        .isInstanceOf(IllegalShareException.class);
            }
            for (String share : List.of("\0kkkcccccc", "kkkk\0ccccc", "kkkkccccc", "kkkkccccccc")) {
                assertThatThrownBy(() -> initiator.decapsulate(share.getBytes()))
                        .isInstanceOf(IllegalShareException.class);
            }
        }
    }

    @Test
    void closesBothHalves() {
        Initiator initiator = hybrid(catalog).generate(RANDOM);
        assertThat(kem.opened()).hasSize(1);
        assertThat(curve.opened()).hasSize(1);
        initiator.close();
        assertThat(kem.opened()).isEmpty();
        assertThat(curve.opened()).isEmpty();
    }

    @Test
    void usesTheImplementationThatIsUsedOfEachHalf() {
        Catalog several = Catalog.of(new Hybrid(), kem.by("Slow", 1), kem.by("Fast", 2), curve);
        assertThat(hybrid(several).implementation()).isEqualTo("Fast+Test");
        assertThat(hybrid(several.prefer("kem", "Slow")).implementation()).isEqualTo("Slow+Test");
    }

    @Test
    void saysWhichHalfIsMissing() {
        Catalog half = catalog.without("curve");
        assertThat(half.problems()).isEmpty();
        assertThat(half.groups()).extracting(NamedGroup::name).containsExactly("kem");
        assertThat(half.explain("kem+curve").reasons())
                .singleElement()
                .asString()
                .startsWith("group curve is missing: ");
        assertThatThrownBy(() -> Selection.modern(half).groups("kem+curve"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group kem+curve: group curve is missing: ");
    }

    @Test
    void namesTheModuleThatHasTheMissingHalf() {
        HybridGroup needy = new HybridGroup(0xfe13, "needy", "x25519", "kem", 0) {};
        assertThat(Catalog.of(needy, kem).explain("needy").reasons())
                .containsExactly("group x25519 is missing: add dev.dovetail:tls-suites-ecdhe");
    }

    @Test
    void saysWhyAHalfCanNotBeUsed() {
        Catalog ambiguous = Catalog.of(new Hybrid(), kem.by("One", 0), kem.by("Two", 0), curve);
        assertThat(ambiguous.explain("kem+curve").toString()).contains("kem is ambiguous: One", "Two");
        assertThat(hybrid(ambiguous.prefer("kem", "Two")).implementation()).isEqualTo("Two+Test");
    }

    @Test
    void isDroppedByItsName() {
        assertThat(catalog.without("kem+curve").groups())
                .extracting(NamedGroup::name)
                .containsExactly("kem", "curve");
    }

    @Test
    void isNotMadeOfOtherGroups() {
        assertThatThrownBy(() -> new Hybrid().join(curve, kem)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClientSendsTheShareOfAKemAndOfTheFirstClassicalGroup() {
        Selection selection = Selection.modern(catalog);
        assertThat(selection.keyShares()).extracting(NamedGroup::name).containsExactly("kem+curve", "curve");
        assertThat(selection.groups("curve", "kem").keyShares())
                .extracting(NamedGroup::name)
                .containsExactly("curve");
        assertThat(selection.groups("kem").keyShares())
                .extracting(NamedGroup::name)
                .containsExactly("kem");
    }

    @Test
    void keySharesGoInTheOrderOfTheGroups() {
        assertThat(Selection.modern(catalog).keyShares("curve", "kem+curve").keyShares())
                .extracting(NamedGroup::name)
                .containsExactly("kem+curve", "curve");
    }

    private static NamedGroup hybrid(Catalog catalog) {
        return catalog.groups().stream()
                .filter(group -> group.name().equals("kem+curve"))
                .findFirst()
                .orElseThrow();
    }
}
