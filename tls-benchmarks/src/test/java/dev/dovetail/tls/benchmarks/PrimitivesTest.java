package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups agree and signatures verify, in every implementation that is measured. */
class PrimitivesTest {

    static Stream<Measurement> groups() {
        return Plan.all(Extent.FULL).measurements().stream()
                .filter(measured -> measured.benchmark().equals("KeyAgreement.exchange"));
    }

    static Stream<Measurement> schemes() {
        return Plan.all(Extent.FULL).measurements().stream()
                .filter(measured -> measured.benchmark().equals("Signatures.sign"));
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
    @EnumSource
    void readsTheHelloThatAClientSends(HelloParsing.Offer offer) {
        HelloParsing state = new HelloParsing();
        state.offer = offer;
        state.prepare();
        assertThat(state.dovetail().suites()).contains(0x1301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"})
    void derivesTheKeysOfASuite(String suite) {
        KeySchedule state = new KeySchedule();
        state.suite = suite;
        state.prepare();
        assertThat(state.dovetail()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "RSA_2048"})
    void acceptsTheChainThatIsMeasured(KeyKind kind) throws Exception {
        ChainVerification state = new ChainVerification();
        state.kind = kind;
        state.prepare();
        assertThat(state.chainLength()).isEqualTo(2);
        assertThat(state.dovetail().refusal()).isEmpty();
        assertThat(state.trustManager()).isNotNull();
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
