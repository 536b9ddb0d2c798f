package dev.dovetail.tls.groups.brainpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrainpoolTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    static List<BrainpoolGroup> groups() {
        return Groups.all();
    }

    static List<BrainpoolEcdsa> schemes() {
        return List.of(
                new EcdsaBrainpoolP256r1Tls13Sha256(),
                new EcdsaBrainpoolP384r1Tls13Sha384(),
                new EcdsaBrainpoolP512r1Tls13Sha512());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void isAGroupOfIanas(NamedGroup group) throws IOException {
        String[] fields = registered("supported-groups", String.valueOf(group.code()));
        assertThat(fields[1]).isEqualTo(group.name());
        assertThat(fields[3]).isEqualTo("N");
        assertThat(group.traits()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void isASchemeOfIanas(SignatureScheme scheme) throws IOException {
        String[] fields = registered("signature-schemes", String.format("0x%04X", scheme.code()));
        assertThat(fields[1]).isEqualTo(scheme.name());
        assertThat(fields[2]).isEqualTo("N");
        assertThat(scheme.traits()).isEmpty();
    }

    @Test
    void isNotEnabledUnasked() {
        Catalog catalog = Catalog.of(java.util.stream.Stream.concat(groups().stream(), schemes().stream())
                .toArray());
        assertThat(catalog.problems()).isEmpty();
        assertThat(Selection.modern(catalog).groups()).isEmpty();
        assertThat(Selection.modern(catalog).verifying()).isEmpty();
        assertThat(Selection.compatible(catalog).groups()).hasSize(6);
    }

    /** RFC 8734 3: the old numbers stay with the old version. */
    @ParameterizedTest
    @MethodSource("groups")
    void belongsToOneVersion(BrainpoolGroup group) {
        boolean newer = group.name().endsWith("tls13");
        assertThat(group.versions()).containsExactly(newer ? ProtocolVersion.TLS_1_3 : ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void holdsTheKeysOfItsCurveInTls12(BrainpoolGroup group) {
        for (String curve : List.of("brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1", "secp256r1")) {
            assertThat(group.holds(Keys.on(curve).getPublic()))
                    .as(curve)
                    .isEqualTo(group.name().equals(curve));
        }
    }

    /** The twisted curve has the same field, and other points. */
    @ParameterizedTest
    @MethodSource("groups")
    void refusesAPointOfTheTwistedCurve(BrainpoolGroup group) {
        String twisted = group.name().replace("tls13", "").replace("r1", "t1");
        byte[] info = Keys.on(twisted).getPublic().getEncoded();
        byte[] share = Arrays.copyOfRange(info, info.length - group.initiatorShareLength(), info.length);
        assertThat(share[0]).isEqualTo((byte) 4);
        assertThatThrownBy(() -> group.encapsulate(share, RANDOM))
                .isInstanceOf(IllegalShareException.class)
                .hasMessageContaining("not a point");
    }

    /** A coordinate that is not below the prime stands for a smaller one, and is no encoding of it. */
    @ParameterizedTest
    @MethodSource("groups")
    void refusesACoordinateAboveThePrime(BrainpoolGroup group) {
        try (Initiator initiator = group.generate(RANDOM)) {
            byte[] share = initiator.share();
            Arrays.fill(share, 1, 1 + share.length / 2, (byte) 0xff);
            assertThatThrownBy(() -> group.encapsulate(share, RANDOM)).isInstanceOf(IllegalShareException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void keepsTheSecretAsLongAsTheField(BrainpoolGroup group) throws IllegalShareException {
        try (Initiator initiator = group.generate(RANDOM);
                Encapsulated answer = group.encapsulate(initiator.share(), RANDOM);
                Secret secret = initiator.decapsulate(answer.share())) {
            assertThat(secret.length()).isEqualTo((group.initiatorShareLength() - 1) / 2);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void readsTheKeysThatTheJdkCanNot(BrainpoolEcdsa scheme) throws GeneralSecurityException {
        String curve = scheme.name().replaceFirst("ecdsa_(.*)tls13.*", "$1");
        KeyPair keys = Keys.on(curve);
        byte[] content = {1, 2, 3};
        byte[] signature =
                scheme.sign(scheme.privateKey(keys.getPrivate().getEncoded()).orElseThrow(), content, RANDOM);
        assertThat(scheme.verify(scheme.publicKey(keys.getPublic().getEncoded()).orElseThrow(), content, signature))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void readsNoOtherKeys(BrainpoolEcdsa scheme) {
        KeyPair other = Keys.on("secp256r1");
        assertThat(scheme.publicKey(other.getPublic().getEncoded())).isEmpty();
        assertThat(scheme.privateKey(other.getPrivate().getEncoded())).isEmpty();
        String curve = scheme.name().replaceFirst("ecdsa_(.*)tls13.*", "$1");
        byte[] info = Keys.on(curve).getPublic().getEncoded();
        for (int at : new int[] {0, 1, info.length - 1, info.length - 40}) {
            byte[] changed = info.clone();
            changed[at] ^= 1;
            assertThat(scheme.publicKey(changed)).as("changed at %d", at).isEmpty();
        }
        assertThat(scheme.publicKey(Arrays.copyOf(info, info.length + 1))).isEmpty();
        assertThat(scheme.publicKey(new byte[0])).isEmpty();
        assertThat(scheme.privateKey(new byte[] {0x30, 0})).isEmpty();
    }

    /** RFC 8734 4: in TLS 1.2 the usual ECDSA schemes sign with these keys. */
    @ParameterizedTest
    @MethodSource("schemes")
    void signsInTls13Only(BrainpoolEcdsa scheme) {
        assertThat(scheme.versions()).containsExactly(ProtocolVersion.TLS_1_3);
    }

    private static String[] registered(String registry, String code) throws IOException {
        try (InputStream in = BrainpoolTest.class.getResourceAsStream("/iana/" + registry + ".2023-06.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(code + ","))
                    .findFirst()
                    .orElseThrow()
                    .split(",");
        }
    }
}
