package dev.dovetail.tls.suites.aead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AeadSuitesTest {

    private final List<CipherSuite> suites = new AeadSuites().suites();

    @Test
    void isForTls13Only() {
        assertThat(suites).hasSize(3).allSatisfy(suite -> {
            assertThat(suite.versions()).isEqualTo(Set.of(ProtocolVersion.TLS_1_3));
            assertThat(suite.authentication()).isEqualTo(Authentication.NEGOTIATED);
            assertThat(suite.needs().keyExchange()).isEmpty();
            assertThat(suite.needs().mac()).isEmpty();
        });
    }

    /** The parts are named in the name; this catches a slip of the pen in one of them. */
    @Test
    void needsThePartsThatItsNameNames() {
        assertThat(suites)
                .allSatisfy(suite -> assertThat("TLS_" + suite.needs().cipher() + "_"
                                + suite.needs().hash())
                        .isEqualTo(suite.name()));
    }

    @Test
    void isEnabledUnasked() {
        assertThat(suites).allSatisfy(suite -> assertThat(suite.traits()).isEqualTo(Set.of(Trait.RECOMMENDED)));
    }

    @Test
    void keepsItsListToItself() {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(suites::clear);
    }

    @Test
    void isExplainedWhereItsPartsAreMissing() {
        Catalog catalog = Catalog.of(new AeadSuites());
        assertThat(catalog.suites()).containsExactlyElementsOf(suites);
        assertThat(catalog.usable()).isEmpty();
        assertThat(suites).allSatisfy(suite -> {
            List<String> reasons = catalog.explain(suite.name()).reasons();
            assertThat(reasons).hasSize(2);
            assertThat(reasons.get(0)).contains(suite.needs().cipher());
            assertThat(reasons.get(1)).contains(suite.needs().hash());
        });
    }
}
