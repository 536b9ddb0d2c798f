package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import dev.dovetail.tls.certificates.KeyKind;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    @Test
    void derivesTheKeysOfTls13() throws Exception {
        assertThat(derived("TLS_AES_128_GCM_SHA256")).containsExactlyElementsOf(new KnownKeys().tls13());
    }

    @Test
    void derivesTheKeysOfTls12() throws Exception {
        assertThat(derived("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                .containsExactlyElementsOf(new KnownKeys().tls12());
    }

    private static List<String> derived(String suite) {
        KeySchedule state = new KeySchedule();
        state.suite = suite;
        state.find();
        List<String> derived = new ArrayList<>();
        state.derive(bytes -> derived.add(HexFormat.of().formatHex(bytes)));
        return derived;
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "RSA_2048"})
    void acceptsTheChainsThatAreMeasured(KeyKind kind) throws Exception {
        ChainVerification.Own own = new ChainVerification.Own();
        ChainVerification.Jdk jdk = new ChainVerification.Jdk();
        for (ChainVerification.Chains state : List.of(own, jdk)) {
            state.kind = kind;
            state.leaves = 3;
            state.prepare();
            List<X509Certificate> chain = state.chain();
            assertThat(chain)
                    .extracting(certificate -> KeyKind.of(certificate.getPublicKey()))
                    .containsExactly(kind, kind);
            assertThat(state.chain().get(0)).isNotEqualTo(chain.get(0));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(new ChainVerification().dovetail(own)).isNotNull();
            assertThat(new ChainVerification().trustManager(jdk)).isNotNull();
        }
    }

    /** TLS 1.2 would have all of them sign with the first curve that comes. */
    @ParameterizedTest
    @CsvSource({"ecdsa_secp256r1_sha256, EC_P256", "ecdsa_secp384r1_sha384, EC_P384", "ecdsa_secp521r1_sha512, EC_P521"
    })
    void aSchemeThatNamesACurveIsMeasuredOnIt(String scheme, KeyKind kind) throws Exception {
        Signatures.Signing state = new Signatures.Signing();
        state.scheme = scheme;
        state.implementation = "JDK";
        state.prepare();
        assertThat(KeyKind.of(state.publicKey())).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void verifiesWhatWasSigned(Measurement measured) throws Exception {
        Signatures.Signing signing = new Signatures.Signing();
        Signatures.Verifying verifying = new Signatures.Verifying();
        for (Signatures.Keys state : List.of(signing, verifying)) {
            state.scheme = measured.parameters().get("scheme");
            state.implementation = measured.implementation();
            state.prepare();
        }
        assertThat(new Signatures().sign(signing)).isNotEmpty();
        assertThat(new Signatures().verify(verifying)).isTrue();
    }
}
