package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups agree and signatures verify, in every implementation that is measured. */
class PrimitivesTest {

    static Stream<Measurement> groups() {
        return Plan.full().stream().filter(measured -> measured.benchmark().equals("KeyAgreement.exchange"));
    }

    static Stream<Measurement> schemes() {
        return Plan.full().stream().filter(measured -> measured.benchmark().equals("Signatures.sign"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void bothSidesHaveTheSameSecret(Measurement measured) throws Exception {
        KeyAgreement state = new KeyAgreement();
        state.group = measured.subject();
        state.implementation = measured.implementation();
        state.prepare();
        assertThat(state.exchange()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void verifiesWhatWasSigned(Measurement measured) throws Exception {
        Signatures state = new Signatures();
        state.scheme = measured.parameters().get("scheme");
        state.implementation = measured.implementation();
        state.prepare();
        assertThat(state.sign()).isNotEmpty();
        assertThat(state.verify()).isTrue();
    }
}
