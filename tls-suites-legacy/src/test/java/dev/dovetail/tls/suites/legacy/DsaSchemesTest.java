package dev.dovetail.tls.suites.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.Wycheproof;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DsaSchemesTest {

    private static final KeyPair SHORT = KeyKind.DSA_1024.generate();
    private static final KeyPair LONG = KeyKind.DSA_2048.generate();

    private static Stream<DsaScheme> schemes() {
        return Stream.of(new DsaSha1(), new DsaSha224(), new DsaSha256(), new DsaSha384(), new DsaSha512());
    }

    /** RFC 5246 7.4.1.4.1: the first byte is the hash, sha1(2) to sha512(6), the second the signature, dsa(2). */
    @Test
    void hasTheNumbersOfRfc5246() {
        assertThat(schemes().map(DsaScheme::code)).containsExactly(0x0202, 0x0302, 0x0402, 0x0502, 0x0602);
        assertThat(schemes().map(DsaScheme::clientCertificateType).map(type -> type.orElse(0)))
                .containsOnly(2);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void isForTls12AndHasToBeNamed(DsaScheme scheme) {
        assertThat(scheme.versions()).containsExactly(ProtocolVersion.TLS_1_2);
        assertThat(scheme.traits()).containsExactly(Trait.LEGACY);
        assertThat(scheme.authentication()).isEqualTo("DSS");
    }

    /** FIPS 186-4 4.2. */
    @ParameterizedTest
    @MethodSource("schemes")
    void wantsAHashAsLongAsTheOrder(DsaScheme scheme) {
        assertThat(scheme.fits(SHORT.getPublic(), ProtocolVersion.TLS_1_2)).isTrue();
        assertThat(scheme.fits(LONG.getPublic(), ProtocolVersion.TLS_1_2))
                .isEqualTo(!scheme.name().equals("dsa_sha1"));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void isNotTakenForAnother(DsaScheme scheme) throws GeneralSecurityException {
        byte[] content = new byte[100];
        byte[] signature = scheme.sign(SHORT.getPrivate(), content, new SecureRandom());
        assertThat(schemes().filter(other -> other.verify(SHORT.getPublic(), content, signature)))
                .extracting(DsaScheme::name)
                .containsExactly(scheme.name());
    }

    /** All 366 vectors of Wycheproof's file; stricter than it: the one that is "acceptable" is refused. */
    @Test
    void acceptsNoEncodingButDer() throws GeneralSecurityException {
        verify(new DsaSha256(), "dsa_2048_256_sha256_test", 366);
    }

    /** Wycheproof has DSA with SHA-224 and SHA-256 only: with SHA-1, SHA-384 and SHA-512 there is the contract alone. */
    @Test
    void verifiesSha224() throws GeneralSecurityException {
        verify(new DsaSha224(), "dsa_2048_224_sha224_some", 5);
    }

    private static void verify(DsaScheme scheme, String file, int count) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("DSA");
        Wycheproof.load(DsaSchemesTest.class, "/wycheproof/" + file + ".json").verify(count, vector -> {
            PublicKey key = key(keys, vector.group().bytes("publicKeyDer"));
            assertThat(scheme.verify(key, vector.bytes("msg"), vector.bytes("sig")))
                    .isEqualTo(vector.isValid());
        });
    }

    private static PublicKey key(KeyFactory keys, byte[] encoded) {
        try {
            return keys.generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
