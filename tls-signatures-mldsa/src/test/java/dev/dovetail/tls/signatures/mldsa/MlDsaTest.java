package dev.dovetail.tls.signatures.mldsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MlDsaTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] CONTENT = {1, 2, 3};

    static List<Schemes.Two> pairs() {
        return Schemes.pairs();
    }

    static List<MlDsaScheme> working() {
        return Schemes.working();
    }

    @Test
    void bringsAllThatTheDraftRegisters() throws IOException {
        Map<String, String> own = new TreeMap<>();
        for (Schemes.Two two : pairs()) {
            own.put(String.format("0x%04x", two.jdk().code()), two.jdk().name());
        }
        assertThat(own).isEqualTo(registered());
    }

    /** draft-ietf-tls-mldsa 3.3. */
    @ParameterizedTest
    @MethodSource("working")
    void isForTls13AndForThoseWhoAsk(MlDsaScheme scheme) {
        assertThat(scheme.versions()).containsExactly(ProtocolVersion.TLS_1_3);
        assertThat(scheme.fits(kind(scheme).generate().getPublic(), ProtocolVersion.TLS_1_2))
                .isFalse();
        assertThat(scheme.traits()).containsExactly(Trait.EXPERIMENTAL);
        assertThat(Selection.modern(Catalog.of(scheme)).verifying()).isEmpty();
        assertThat(Selection.modern(Catalog.of(scheme)).verifying(scheme.name()).verifying())
                .containsExactly(scheme);
    }

    /** FIPS 204 4, table 2. */
    @Test
    void signsAsLongAsTheStandardSays() throws GeneralSecurityException {
        for (MlDsaScheme scheme : working()) {
            KeyPair keys = kind(scheme).generate();
            assertThat(scheme.sign(keys.getPrivate(), CONTENT, RANDOM)).hasSize(scheme.facts.signatureLength());
        }
        assertThat(pairs()).extracting(two -> two.jdk().facts.signatureLength()).containsExactly(2420, 3309, 4627);
        assertThat(pairs()).extracting(two -> two.jdk().facts.keyLength()).containsExactly(1312, 1952, 2592);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void verifiesWhatTheOtherImplementationSigned(Schemes.Two two) throws GeneralSecurityException {
        assumeTrue(two.jdk().availability().isAvailable());
        KeyPair keys = kind(two.jdk()).generate();
        byte[] one = two.jdk().sign(keys.getPrivate(), CONTENT, RANDOM);
        byte[] other = two.bouncyCastle().sign(keys.getPrivate(), CONTENT, RANDOM);
        assertThat(two.bouncyCastle().verify(keys.getPublic(), CONTENT, one)).isTrue();
        assertThat(two.jdk().verify(keys.getPublic(), CONTENT, other)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void worksOnEveryJavaAndWithTheJdkWhereThatHasIt(Schemes.Two two) {
        boolean inJdk = Runtime.version().feature() >= 24;
        assertThat(two.bouncyCastle().availability().isAvailable()).isTrue();
        assertThat(two.jdk().availability().isAvailable()).isEqualTo(inJdk);
        assertThat(Catalog.of(two.jdk(), two.bouncyCastle()).signatureSchemes())
                .singleElement()
                .isSameAs(inJdk ? two.jdk() : two.bouncyCastle());
    }

    /** RFC 9881 6: a seed, the expanded key, or both. */
    @ParameterizedTest
    @MethodSource("working")
    void readsPrivateKeysInEachForm(MlDsaScheme scheme) throws GeneralSecurityException {
        KeyPair keys = kind(scheme).generate();
        MLDSAPrivateKey both = (MLDSAPrivateKey) keys.getPrivate();
        PrivateKey seed = both.getPrivateKey(true);
        PrivateKey expanded = both.getPrivateKey(false);
        assertThat(seed.getEncoded()).hasSizeLessThan(100);
        for (PrivateKey form : List.of(both, seed, expanded)) {
            PrivateKey read = scheme.privateKey(form.getEncoded()).orElseThrow();
            for (PrivateKey key : List.of(form, read)) {
                byte[] signature = scheme.sign(key, CONTENT, RANDOM);
                assertThat(scheme.verify(keys.getPublic(), CONTENT, signature)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("working")
    void readsAndUsesNoKeysOfOthers(MlDsaScheme scheme) {
        for (KeyKind other : List.of(KeyKind.ML_DSA_44, KeyKind.ML_DSA_65, KeyKind.ML_DSA_87, KeyKind.ED25519)) {
            if (other == kind(scheme)) continue;
            PrivateKey key = other.generate().getPrivate();
            assertThat(scheme.privateKey(key.getEncoded())).isEmpty();
            assertThatThrownBy(() -> scheme.sign(key, CONTENT, RANDOM)).isInstanceOf(GeneralSecurityException.class);
        }
        assertThat(scheme.privateKey(new byte[0])).isEmpty();
        assertThat(scheme.privateKey(new byte[] {0x30, 0})).isEmpty();
    }

    /** FIPS 204 3.4: two signatures on one text differ. */
    @ParameterizedTest
    @MethodSource("working")
    void signsWithFreshRandomness(MlDsaScheme scheme) throws GeneralSecurityException {
        PrivateKey key = kind(scheme).generate().getPrivate();
        assertThat(scheme.sign(key, CONTENT, RANDOM)).isNotEqualTo(scheme.sign(key, CONTENT, RANDOM));
    }

    private static KeyKind kind(MlDsaScheme scheme) {
        return KeyKind.valueOf("ML_DSA_" + scheme.name().substring("mldsa".length()));
    }

    private static Map<String, String> registered() throws IOException {
        try (InputStream in = MlDsaTest.class.getResourceAsStream("/iana/newer-codepoints.compiled.csv")) {
            assertThat(in).isNotNull();
            Map<String, String> schemes = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .filter(fields -> fields[0].equals("signature_scheme"))
                    .forEach(fields -> schemes.put(fields[1], fields[2]));
            return schemes;
        }
    }
}
