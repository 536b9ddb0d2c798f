package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.certificates.KeyKind;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link SuiteProvider} must do. Extend it and hand over the provider. */
public abstract class SuiteProviderContract {

    // RFC 8446 B.4 and RFC 7507 4: values of the same list that are signals, not suites; and no suite at all.
    private static final Set<Integer> NO_SUITES = Set.of(0x0000, 0x00ff, 0x5600);

    /**
     * The provider under test.
     *
     * @return a new one or always the same
     */
    protected abstract SuiteProvider provider();

    /**
     * The parts that the suites need, whoever brings them: with them, every suite has to be usable and to carry
     * connections.
     *
     * @return what is found on the class path, {@code Catalog.discover().parts()}, unless overridden
     */
    protected List<Part> parts() {
        return Catalog.discover().parts();
    }

    /**
     * Whether parts may be missing because a test of this module can't have them: its suites are then tried where the parts
     * are, by a test elsewhere. Those whose parts are here are tried here all the same.
     *
     * @return false, unless overridden: a missing part is a failure
     */
    protected boolean partsAreElsewhere() {
        return false;
    }

    @Test
    void bringsTheSameSuitesAtEachCall() {
        List<CipherSuite> suites = provider().suites();
        assertThat(suites).as("suites() of %s", provider().getClass()).isNotEmpty();
        assertThat(provider().suites()).as("suites() at a second call").isEqualTo(suites);
        assertThatThrownBy(() -> suites.add(suites.get(0)), "suites() answers a list that can be changed")
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void givesEachSuiteANameAndACodeOfItsOwn() {
        List<CipherSuite> suites = provider().suites();
        assertThat(suites).extracting(CipherSuite::name).as("names of suites").doesNotHaveDuplicates();
        assertThat(suites)
                .extracting(suite -> String.format("0x%04x", suite.code()))
                .as("codes of suites")
                .doesNotHaveDuplicates();
        for (CipherSuite suite : suites) {
            assertThat(suite.name()).as("name of suite 0x%04x", suite.code()).isNotBlank();
            assertThat(NO_SUITES).as("%s has the code of no suite", suite).doesNotContain(suite.code());
            // RFC 8701 2
            assertThat((suite.code() & 0x0f0f) == 0x0a0a && suite.code() >> 8 == (suite.code() & 0xff))
                    .as("%s has a code that is reserved for GREASE", suite)
                    .isFalse();
        }
    }

    @Test
    void namesThePartsThatItsVersionNeeds() {
        for (CipherSuite suite : provider().suites()) {
            assertThat(suite.versions()).as("versions of %s", suite).isNotEmpty();
            assertThat(suite.needs().cipher()).as("the cipher of %s", suite).isNotBlank();
            assertThat(suite.needs().hash()).as("the hash of %s", suite).isNotBlank();
            boolean tls13 = suite.versions().contains(ProtocolVersion.TLS_1_3);
            assertThat(suite.needs().keyExchange().isEmpty())
                    .as("%s: a suite of TLS 1.3 has no key exchange, one of TLS 1.2 has", suite)
                    .isEqualTo(tls13);
            assertThat(suite.authentication().equals(Authentication.NEGOTIATED))
                    .as("%s: the authentication of TLS 1.3, and of no other version, is NEGOTIATED", suite)
                    .isEqualTo(tls13);
            if (tls13) {
                assertThat(suite.needs().mac())
                        .as("%s: the MAC of a suite of TLS 1.3, which has an AEAD", suite)
                        .isEmpty();
            }
        }
    }

    @Test
    void recommendsNothingDoubtful() {
        for (CipherSuite suite : provider().suites()) {
            if (!suite.has(Trait.RECOMMENDED)) continue;
            assertThat(suite.traits())
                    .as("%s is RECOMMENDED: enabled unasked, strong and forward secret", suite)
                    .containsExactly(Trait.RECOMMENDED);
        }
    }

    @Test
    void canBeUsedWithItsParts() {
        Catalog catalog = catalog();
        List<String> reasons = provider().suites().stream()
                .filter(suite -> catalog.usable(suite.name()).isEmpty())
                .map(suite -> catalog.explain(suite.name()).toString())
                .toList();
        assumeFalse(
                !reasons.isEmpty() && partsAreElsewhere(),
                () -> "partsAreElsewhere() says that these are tried by another test: " + reasons);
        assertThat(reasons)
                .as("suites that can't be used with parts(): add the modules that have what is missing to the test's"
                        + " scope, or override parts()")
                .isEmpty();
        assertThat(catalog.problems()).as("problems of the catalog").isEmpty();
    }

    @Test
    void carriesConnections() {
        Catalog catalog = catalog();
        int tried = 0;
        for (CipherSuite suite : provider().suites()) {
            Optional<UsableSuite> usable = catalog.usable(suite.name());
            if (usable.isEmpty()) continue;
            Optional<NamedGroup> group = usable.get()
                    .keyExchange()
                    .flatMap(KeyExchange::groups)
                    .flatMap(kind -> catalog.groups().stream()
                            .filter(one -> one.kind() == kind && one.versions().contains(ProtocolVersion.TLS_1_2))
                            .findFirst());
            boolean decrypts =
                    usable.get().keyExchange().filter(KeyExchange::decrypts).isPresent();
            Optional<KeyPair> keys = decrypts ? Optional.of(SampleKeys.of(KeyKind.RSA_2048)) : Optional.empty();
            Composition composition = Composition.of(usable.get(), group, keys);
            for (ProtocolVersion version : suite.versions())
                new Rehearsal(suite.name(), composition).completes(version);
            tried++;
        }
        assumeFalse(
                tried == 0 && partsAreElsewhere(),
                "partsAreElsewhere() says that all suites are tried by another test");
        assertThat(tried)
                .as(
                        "suites that were tried in connections: add the modules that have their parts to the test's scope, or"
                                + " override parts()")
                .isPositive();
    }

    private Catalog catalog() {
        List<Object> all = new ArrayList<>(parts());
        all.add(provider());
        return Catalog.of(all.toArray());
    }
}
