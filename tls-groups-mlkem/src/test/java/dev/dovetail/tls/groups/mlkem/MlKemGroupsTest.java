package dev.dovetail.tls.groups.mlkem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MlKemGroupsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    static List<Groups.Two> pairs() {
        return Groups.pairs();
    }

    static List<MlKemGroup> working() {
        return Groups.working();
    }

    static List<HybridGroup> hybrids() {
        return Groups.hybrids();
    }

    @Test
    void bringsAllThatTheDraftsRegister() throws IOException {
        Map<Integer, String> own = new TreeMap<>();
        Groups.all().forEach(group -> own.put(group.code(), group.name()));
        Groups.hybrids().forEach(group -> own.put(group.code(), group.name()));

        assertThat(own).isEqualTo(registered());
    }

    @ParameterizedTest
    @MethodSource("working")
    void isForTls13AndForThoseWhoAsk(MlKemGroup group) {
        assertThat(group.kind()).isEqualTo(NamedGroup.Kind.KEM);
        assertThat(group.versions()).containsExactly(ProtocolVersion.TLS_1_3);
        assertThat(group.traits()).containsExactly(Trait.EXPERIMENTAL);
        assertThat(Selection.modern(Catalog.of(group)).groups()).isEmpty();
        assertThat(Selection.modern(Catalog.of(group)).groups(group.name()).groups())
                .containsExactly(group);
    }

    /** FIPS 203 8, table 3. */
    @Test
    void statesTheLengthsOfTheStandard() {
        assertThat(Groups.pairs())
                .extracting(two -> two.jdk().initiatorShareLength())
                .containsExactly(800, 1184, 1568);
        assertThat(Groups.pairs())
                .extracting(two -> two.jdk().responderShareLength())
                .containsExactly(768, 1088, 1568);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void saysTheSameOfAGroupWhoeverComputesIt(Groups.Two two) {
        assertThat(two.bouncyCastle().facts).isSameAs(two.jdk().facts);
        assertThat(two.jdk().priority()).isGreaterThan(two.bouncyCastle().priority());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesWithTheOtherImplementation(Groups.Two two) throws IllegalShareException {
        assumeTrue(two.jdk().availability().isAvailable());
        for (int i = 0; i < 20; i++) {
            assertAgree(two.jdk(), two.bouncyCastle());
            assertAgree(two.bouncyCastle(), two.jdk());
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void worksOnEveryJavaAndWithTheJdkWhereThatHasIt(Groups.Two two) {
        assertThat(two.bouncyCastle().availability().isAvailable()).isTrue();
        boolean inJdk = Runtime.version().feature() >= 24;
        assertThat(two.jdk().availability().isAvailable()).isEqualTo(inJdk);
        assertThat(Catalog.of(two.jdk(), two.bouncyCastle()).groups())
                .singleElement()
                .isSameAs(inJdk ? two.jdk() : two.bouncyCastle());
        if (!inJdk) assertThat(two.jdk().availability().reason().orElseThrow()).contains("since version 24");
    }

    /** FIPS 203 6.3: implicit rejection gives a secret that has nothing to do with the right one. */
    @ParameterizedTest
    @MethodSource("working")
    void answersATamperedCiphertextWithASecretOfItsOwn(MlKemGroup group) throws IllegalShareException {
        try (Initiator initiator = group.generate(RANDOM);
                Encapsulated answer = group.encapsulate(initiator.share(), RANDOM)) {
            byte[] tampered = answer.share();
            tampered[100] ^= 1;
            try (Secret once = initiator.decapsulate(tampered);
                    Secret again = initiator.decapsulate(tampered)) {
                assertThat(once.length()).isEqualTo(MlKemFacts.SECRET_LENGTH);
                assertThat((boolean) once.with(again::matches)).isTrue();
                assertThat((boolean) once.with(answer.secret()::matches)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hybrids")
    void saysWhichGroupAHybridNeedsAndWhoHasIt(HybridGroup hybrid) {
        String curve = hybrid.first().startsWith("MLKEM") ? hybrid.second() : hybrid.first();
        Catalog catalog = Catalog.of(hybrid, new BouncyCastleMlKem768(), new BouncyCastleMlKem1024());

        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.explain(hybrid.name()))
                .hasToString(hybrid.name() + ": group " + curve + " is missing: add dev.dovetail:tls-suites-ecdhe");
        assertThatThrownBy(() -> Selection.modern(catalog).groups(hybrid.name()))
                .hasMessageContaining("add dev.dovetail:tls-suites-ecdhe");
    }

    @ParameterizedTest
    @MethodSource("hybrids")
    void recommendsTheHybrids(HybridGroup hybrid) {
        assertThat(hybrid.traits()).containsExactly(Trait.RECOMMENDED);
        assertThat(hybrid.preference()).isGreaterThan(90);
    }

    private static void assertAgree(NamedGroup one, NamedGroup other) throws IllegalShareException {
        try (Initiator initiator = one.generate(RANDOM);
                Encapsulated answer = other.encapsulate(initiator.share(), RANDOM);
                Secret ours = initiator.decapsulate(answer.share())) {
            assertThat((boolean) answer.secret().with(ours::matches)).isTrue();
        }
    }

    private static Map<Integer, String> registered() throws IOException {
        try (InputStream in = MlKemGroupsTest.class.getResourceAsStream("/iana/newer-codepoints.compiled.csv")) {
            assertThat(in).isNotNull();
            Map<Integer, String> groups = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .filter(fields -> fields[0].equals("supported_groups"))
                    .forEach(fields -> groups.put(Integer.valueOf(fields[1]), fields[2]));
            return groups;
        }
    }
}
