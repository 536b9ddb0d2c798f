package dev.dovetail.tls.groups.mlkem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import dev.dovetail.tls.testkit.FixedRandom;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wycheproof's ML-KEM. Randomness is played: FIPS 203 says in which order it is drawn, d and z for a key, m for a secret. */
class MlKemVectorTest {

    private static final int SEED_LENGTH = 64;

    static List<MlKemGroup> of512() {
        return Groups.working("MLKEM512");
    }

    static List<MlKemGroup> of768() {
        return Groups.working("MLKEM768");
    }

    static List<MlKemGroup> of1024() {
        return Groups.working("MLKEM1024");
    }

    @ParameterizedTest
    @MethodSource("of768")
    void makesKeysAndDecapsulatesWith768(MlKemGroup group) {
        decapsulates("mlkem_768_test", group);
    }

    @ParameterizedTest
    @MethodSource("of1024")
    void makesKeysAndDecapsulatesWith1024(MlKemGroup group) {
        decapsulates("mlkem_1024_test", group);
    }

    /** A right secret takes a right key too: a ciphertext for another one is rejected without a word. */
    @ParameterizedTest
    @MethodSource("of512")
    void decapsulatesWith512(MlKemGroup group) throws IOException, IllegalShareException {
        Map<String, byte[]> vector = lines("/wycheproof/mlkem_512_one.txt");
        try (Initiator own = group.generate(new FixedRandom(vector.get("seed")));
                Secret secret = own.decapsulate(vector.get("c"))) {
            assertThat(secret.matches(vector.get("K"))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("of768")
    void encapsulatesWith768(MlKemGroup group) {
        Wycheproof file = Wycheproof.load(MlKemVectorTest.class, "/wycheproof/mlkem_768_encaps_test.json");
        assertThat(file.vectors().stream().filter(vector -> vector.flags().contains("ModulusOverflow")))
                .hasSize(12);
        assertThat(file.vectors().stream().filter(Wycheproof.Vector::isValid)).hasSize(133);
        file.verify(265, vector -> {
            if (vector.isValid()) assertEncapsulates(group, vector);
            else assertRefuses(group, vector);
        });
    }

    private static void decapsulates(String name, MlKemGroup group) {
        // Keys of our own come from no file, so seeds of a wrong length are none of our business.
        Wycheproof file = Wycheproof.load(MlKemVectorTest.class, "/wycheproof/" + name + ".json")
                .vectors(vector -> vector.bytes("seed").length == SEED_LENGTH);
        assertThat(file.vectors().stream().filter(Wycheproof.Vector::isValid)).hasSize(153);
        file.verify(173, vector -> {
            try (Initiator own = group.generate(new FixedRandom(vector.bytes("seed")))) {
                assertThat(own.share()).isEqualTo(vector.bytes("ek"));
                if (vector.isValid()) assertDecapsulates(own, vector);
                else assertRefuses(own, vector);
            }
        });
    }

    private static void assertDecapsulates(Initiator own, Wycheproof.Vector vector) throws IllegalShareException {
        try (Secret secret = own.decapsulate(vector.bytes("c"))) {
            byte[] bytes = secret.with(byte[]::clone);
            assertThat(bytes).isEqualTo(vector.bytes("K"));
        }
    }

    private static void assertRefuses(Initiator own, Wycheproof.Vector vector) {
        assertThatThrownBy(() -> own.decapsulate(vector.bytes("c"))).isInstanceOf(IllegalShareException.class);
    }

    private static void assertEncapsulates(MlKemGroup group, Wycheproof.Vector vector) throws IllegalShareException {
        try (Encapsulated answer = group.encapsulate(vector.bytes("ek"), new FixedRandom(vector.bytes("m")))) {
            assertThat(answer.share()).isEqualTo(vector.bytes("c"));
            byte[] bytes = answer.secret().with(byte[]::clone);
            assertThat(bytes).isEqualTo(vector.bytes("K"));
        }
    }

    private static void assertRefuses(MlKemGroup group, Wycheproof.Vector vector) {
        assertThatThrownBy(() -> group.encapsulate(vector.bytes("ek"), new FixedRandom(vector.bytes("m"))))
                .isInstanceOf(IllegalShareException.class);
    }

    private static Map<String, byte[]> lines(String resource) throws IOException {
        try (InputStream in = MlKemVectorTest.class.getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(line -> line[0], line -> Hex.bytes(line[1])));
        }
    }
}
