package dev.dovetail.tls.suites.dhe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.FixedRandom;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FfdheGroupsTest {

    private static final String GROUPS = "dev.dovetail.tls.suites.dhe.FfdheGroupsVectorTest#groups";

    @ParameterizedTest
    @MethodSource(GROUPS)
    void isRegisteredAtIana(FfdheGroup group) throws IOException {
        try (InputStream in = FfdheGroupsTest.class.getResourceAsStream("/iana/supported-groups.2023-06.csv")) {
            assertThat(in).isNotNull();
            String line = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(one -> one.startsWith(group.code() + ","))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.split(",")[1]).isEqualTo(group.name());
        }
    }

    @ParameterizedTest
    @MethodSource(GROUPS)
    void worksInBothVersionsOfTls(FfdheGroup group) {
        assertThat(group.kind()).isEqualTo(NamedGroup.Kind.FINITE_FIELD);
        assertThat(group.versions()).containsExactlyInAnyOrder(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    }

    @Test
    void standsBehindNothingButInOrderOfCost() {
        Catalog catalog = Catalog.of(
                FfdheGroupsVectorTest.groups().map(NamedGroup.class::cast).toArray());
        assertThat(catalog.groups())
                .extracting(NamedGroup::name)
                .containsExactly("ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192");
        assertThat(catalog.groups())
                .extracting(NamedGroup::preference)
                .allSatisfy(preference -> assertThat(preference).isNegative());
    }

    @Test
    void isNeverOnUnasked() {
        assertThat(Selection.modern(Catalog.discover()).groups()).isEmpty();
        assertThat(Selection.compatible(Catalog.discover()).groups()).hasSize(5);
    }

    /** RFC 7919 5.2: as long as it says, with the highest bit set, so that no exponent takes less time than another. */
    @Test
    void drawsExponentsOfOneLength() {
        assertThat(Rfc7919.FFDHE2048.field().exponentBits()).isEqualTo(225);
        assertThat(Rfc7919.FFDHE3072.field().exponentBits()).isEqualTo(275);
        assertThat(Rfc7919.FFDHE4096.field().exponentBits()).isEqualTo(325);
        assertThat(Rfc7919.FFDHE6144.field().exponentBits()).isEqualTo(375);
        assertThat(Rfc7919.FFDHE8192.field().exponentBits()).isEqualTo(400);
        SecureRandom zeros = new FixedRandom(new byte[64]);
        FiniteField field = Rfc7919.FFDHE2048.field();
        try (NamedGroup.Initiator least = field.generate(zeros)) {
            assertThat(least.share())
                    .isEqualTo(field.bytes(field.generator().modPow(BigInteger.TWO.pow(224), field.prime())));
        }
    }
}
