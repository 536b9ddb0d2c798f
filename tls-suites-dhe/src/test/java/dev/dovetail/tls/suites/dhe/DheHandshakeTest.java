package dev.dovetail.tls.suites.dhe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DheHandshakeTest {

    private static final Catalog CATALOG = Catalog.discover();
    private static final Pairing PAIR = Pairing.of(Selection.compatible(CATALOG))
            .with(Request.server(Pairing.SERVER_NAME).key(KeyKind.RSA_2048));
    private static final String SUITE = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";

    private static Stream<String> suites() {
        return new DheSuites().suites().stream().map(suite -> suite.name());
    }

    @ParameterizedTest
    @MethodSource("suites")
    void completesAHandshakeOfTls12(String suite) {
        ConnectionInfo info = connect(selection12(suite, "ffdhe2048"), selection12(suite, "ffdhe2048"));

        assertThat(info.suite().suite().name()).isEqualTo(suite);
        assertThat(info.version()).isEqualTo(ProtocolVersion.TLS_1_2);
        assertThat(info.group().map(NamedGroup::name)).contains("ffdhe2048");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192"})
    void completesAHandshakeOfBothVersionsInEachGroup(String group) {
        Selection tls13 =
                Selection.compatible(CATALOG).suites("TLS_AES_128_GCM_SHA256").groups(group);
        for (Selection selection : new Selection[] {tls13, selection12(SUITE, group)}) {
            ConnectionInfo info = connect(selection, selection);
            assertThat(info.group().map(NamedGroup::name)).contains(group);
            assertThat(info.version()).isEqualTo(selection.versions().get(0));
        }
    }

    /** RFC 7919 4: the server has to choose one that the client names. */
    @Test
    void choosesTheGroupThatTheClientHas() {
        ConnectionInfo info = connect(selection12(SUITE, "ffdhe4096"), selection12(SUITE, "ffdhe2048", "ffdhe4096"));

        assertThat(info.group().map(NamedGroup::name)).contains("ffdhe4096");
    }

    /** RFC 7919 4: otherwise it must not choose DHE at all. */
    @Test
    void doesNotChooseDheWithoutAGroupInCommon() {
        assertFault(Fault.NO_COMMON_SUITE, selection12(SUITE, "ffdhe4096"), selection12(SUITE, "ffdhe2048"));
    }

    @Test
    void servesAClientThatNamesNoFiniteField() {
        ConnectionInfo info = connect(selection12(SUITE), selection12(SUITE, "ffdhe3072"));

        assertThat(info.suite().suite().name()).isEqualTo(SUITE);
        assertThat(info.group()).as("a field that was not offered has no name").isEmpty();
    }

    @Test
    void reachesAServerThatDoesNotKnowRfc7919() {
        ConnectionInfo info = connect(selection12(SUITE, "ffdhe2048"), old(Modp2048.PRIME, 2, Optional.empty()));

        assertThat(info.group()).isEmpty();
    }

    @Test
    void refusesBadFieldsOfAServer() {
        BigInteger prime = Modp2048.PRIME;
        Selection client = selection12(SUITE, "ffdhe2048");
        assertFault(Fault.FINITE_FIELD_REFUSED, client, old(prime.shiftRight(1024), 2, Optional.empty()));
        assertFault(Fault.FINITE_FIELD_REFUSED, client, old(prime.add(BigInteger.valueOf(4)), 2, Optional.empty()));
        assertFault(
                Fault.FINITE_FIELD_REFUSED,
                selection12(SUITE, "ffdhe3072"),
                old(new Ffdhe2048().prime(), 2, Optional.empty()));
        assertFault(Fault.KEY_EXCHANGE_BAD, client, old(prime, 1, Optional.empty()));
        for (BigInteger share :
                new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, prime.subtract(BigInteger.ONE), prime}) {
            assertFault(Fault.SHARE_OUT_OF_RANGE, client, old(prime, 2, Optional.of(share)));
        }
    }

    private static Selection selection12(String suite, String... groups) {
        return Selection.compatible(CATALOG).suites(suite).groups(groups);
    }

    private static Selection old(BigInteger prime, long generator, Optional<BigInteger> share) {
        OldServer exchange = new OldServer(prime, BigInteger.valueOf(generator), share);
        Stream<Object> others = CATALOG.parts().stream()
                .filter(part -> !part.name().equals(DheKeyExchange.NAME))
                .map(Object.class::cast);
        Catalog catalog = Catalog.of(
                Stream.concat(Stream.of(exchange, new DheSuites()), others).toArray());
        return Selection.compatible(catalog).suites(SUITE);
    }

    private static void assertFault(Fault fault, Selection client, Selection server) {
        assertThatExceptionOfType(TlsFault.class)
                .isThrownBy(() -> connect(client, server))
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }

    /** What the client says of the connection. */
    private static ConnectionInfo connect(Selection client, Selection server) {
        try (Loopback loopback = Loopback.between(
                        PAIR.with(client).client(), PAIR.with(server).server())
                .handshake()) {
            assertThat(loopback.exchange(Role.CLIENT, "a question".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("a question");
            assertThat(loopback.exchange(Role.SERVER, new byte[40_000])).hasSize(40_000);
            return loopback.client().engine().info().orElseThrow();
        }
    }
}
