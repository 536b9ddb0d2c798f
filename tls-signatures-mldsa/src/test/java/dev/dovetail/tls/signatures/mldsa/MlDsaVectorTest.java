package dev.dovetail.tls.signatures.mldsa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.testkit.Wycheproof;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wycheproof's ML-DSA. TLS has the empty context only, so a signature for another one has to be refused. Of ML-DSA-87 no file
 * is here: what tests it are the contract and, where the JDK has it too, both implementations with each other's signatures.
 */
class MlDsaVectorTest {

    /** A key that nobody has looked at yet, as a JDK without ML-DSA takes it from a certificate. */
    private record Unread(byte[] info) implements PublicKey {

        @Override
        public String getAlgorithm() {
            return "2.16.840.1.101.3.4.3";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return info.clone();
        }
    }

    static List<MlDsaScheme> of44() {
        return Schemes.working("mldsa44");
    }

    static List<MlDsaScheme> of65() {
        return Schemes.working("mldsa65");
    }

    @ParameterizedTest
    @MethodSource("of44")
    void verifiesWith44(MlDsaScheme scheme) {
        verify("44", scheme, 180, 75);
    }

    @ParameterizedTest
    @MethodSource("of65")
    void verifiesWith65(MlDsaScheme scheme) {
        verify("65", scheme, 210, 77);
    }

    private static void verify(String set, MlDsaScheme scheme, int vectors, int valid) {
        Wycheproof file = Wycheproof.load(MlDsaVectorTest.class, "/wycheproof/mldsa_" + set + "_verify_test.json");
        assertThat(file.vectors().stream().filter(MlDsaVectorTest::isGood)).hasSize(valid);
        file.verify(vectors, vector -> {
            PublicKey key = key(scheme, vector.group().bytes("publicKey"));
            assertThat(scheme.verify(key, vector.bytes("msg"), vector.bytes("sig")))
                    .isEqualTo(isGood(vector));
        });
    }

    private static boolean isGood(Wycheproof.Vector vector) {
        return vector.isValid() && (!vector.has("ctx") || vector.bytes("ctx").length == 0);
    }

    private static PublicKey key(MlDsaScheme scheme, byte[] raw) {
        return new Unread(MlDsaFacts.joined(scheme.facts.publicKeyHeader(), raw));
    }
}
