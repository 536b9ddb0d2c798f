package dev.dovetail.tls.suites.ecdhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Two implementations of one group. */
    private record Two(EllipticCurveGroup one, EllipticCurveGroup other) {}

    private static Stream<Two> pairs() {
        return Stream.of(
                new Two(new BouncyCastleSecp256r1(), new JdkSecp256r1()),
                new Two(new BouncyCastleSecp384r1(), new JdkSecp384r1()),
                new Two(new BouncyCastleSecp521r1(), new JdkSecp521r1()),
                new Two(new BouncyCastleX25519(), new JdkX25519()),
                new Two(new BouncyCastleX448(), new JdkX448()));
    }

    private static Stream<EllipticCurveGroup> all() {
        return pairs().flatMap(two -> Stream.of(two.one(), two.other()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesWithTheOtherImplementation(Two two) throws IllegalShareException {
        // Often enough that some coordinates begin with a zero byte, which both have to keep.
        for (int i = 0; i < 20; i++) {
            assertAgree(two.one(), two.other());
            assertAgree(two.other(), two.one());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsTheSecretAsLongAsTheField(EllipticCurveGroup group) throws IllegalShareException {
        try (Initiator initiator = group.generate(RANDOM);
                Secret secret = group.encapsulate(initiator.share(), RANDOM).secret()) {
            assertThat(secret.length()).isEqualTo(group.facts.secretLength());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRegisteredAtIana(NamedGroup group) throws IOException {
        String[] fields = registered(group.code()).split(",");
        assertThat(fields[1]).isEqualTo(group.name());
        assertThat(group.traits().contains(Trait.RECOMMENDED)).isEqualTo(fields[3].equals("Y"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void worksInBothVersionsOfTls(NamedGroup group) {
        assertThat(group.kind()).isEqualTo(NamedGroup.Kind.ELLIPTIC_CURVE);
        assertThat(group.versions()).containsExactlyInAnyOrder(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void saysTheSameOfAGroupWhoeverComputesIt(Two two) {
        assertThat(two.one().facts).isEqualTo(two.other().facts);
        assertThat(two.one().implementation()).isNotEqualTo(two.other().implementation());
        assertThat(two.one().priority()).isGreaterThan(two.other().priority());
    }

    @Test
    void prefersTheFastGroupsAndImplementations() {
        Catalog catalog = Catalog.of(all().toArray());
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.groups())
                .extracting(NamedGroup::name)
                .containsExactly("x25519", "secp256r1", "x448", "secp384r1", "secp521r1");
        assertThat(catalog.groups()).extracting(NamedGroup::implementation).containsOnly("BouncyCastle");
    }

    @Test
    void leavesItToTheJdkWhereBouncyCastleIsMissing() {
        Catalog catalog = Catalog.of(pairs().map(Two::other).toArray());
        assertThat(catalog.groups())
                .hasSize(5)
                .extracting(NamedGroup::implementation)
                .containsOnly("JDK");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void refusesTheSharesOfAnotherGroup(Two two) {
        for (EllipticCurveGroup other : all().toList()) {
            if (other.code() == two.one().code()) continue;
            try (Initiator foreign = other.generate(RANDOM)) {
                assertThatThrownBy(() -> two.one().encapsulate(foreign.share(), RANDOM))
                        .isInstanceOf(IllegalShareException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void holdsTheKeysOfItsCurveAlone(EllipticCurveGroup group) throws GeneralSecurityException {
        for (String curve : List.of("secp256r1", "secp384r1", "secp521r1")) {
            assertThat(group.holds(key(curve))).as(curve).isEqualTo(curve.equals(group.name()));
        }
    }

    /** CVE-2020-0601: the curve's numbers, but a generator of somebody's own. */
    @ParameterizedTest
    @MethodSource("all")
    void holdsNoKeyOverAnotherGenerator(EllipticCurveGroup group) throws GeneralSecurityException {
        if (!group.name().startsWith("secp")) return;
        ECPublicKey key = key(group.name());
        ECParameterSpec named = key.getParams();
        ECParameterSpec forged =
                new ECParameterSpec(named.getCurve(), key.getW(), named.getOrder(), named.getCofactor());
        assertThat(group.holds(new Forged(key, forged))).isFalse();
        assertThat(group.holds(new Forged(key, named))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesOnlySecp256r1ForGranted(EllipticCurveGroup group) {
        assertThat(group.assumed()).isEqualTo(group.name().equals("secp256r1"));
    }

    /** A key that states its own parameters. */
    private record Forged(ECPublicKey key, ECParameterSpec parameters) implements ECPublicKey {

        @Override
        public ECPoint getW() {
            return key.getW();
        }

        @Override
        public ECParameterSpec getParams() {
            return parameters;
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return key.getEncoded();
        }
    }

    private static ECPublicKey key(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve), RANDOM);
        return (ECPublicKey) generator.generateKeyPair().getPublic();
    }

    private static void assertAgree(NamedGroup one, NamedGroup other) throws IllegalShareException {
        try (Initiator initiator = one.generate(RANDOM)) {
            Encapsulated answer = other.encapsulate(initiator.share(), RANDOM);
            try (Secret theirs = answer.secret();
                    Secret ours = initiator.decapsulate(answer.share())) {
                assertThat((boolean) theirs.with(ours::matches)).isTrue();
            }
        }
    }

    private static String registered(int code) throws IOException {
        try (InputStream in = GroupsTest.class.getResourceAsStream("/iana/supported-groups.2023-06.csv")) {
            assertThat(in).isNotNull();
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> line.startsWith(code + ","))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
