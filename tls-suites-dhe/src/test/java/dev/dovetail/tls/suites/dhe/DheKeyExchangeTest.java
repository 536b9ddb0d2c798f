package dev.dovetail.tls.suites.dhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DheKeyExchangeTest {

    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger TWO = BigInteger.TWO;
    private static final NamedGroup FFDHE2048 = new Ffdhe2048();
    private static final NamedGroup FFDHE3072 = new Ffdhe3072();
    private static final BigInteger P = new Ffdhe2048().prime();

    private final DheKeyExchange exchange = new DheKeyExchange();

    /** What a server sends as its parameters. */
    private record Params(BigInteger p, BigInteger g, BigInteger share) {
        byte[] bytes() {
            return WireWriter.of("ServerKeyExchange")
                    .block("dh_p", 2, p.toByteArray())
                    .block("dh_g", 2, g.toByteArray())
                    .block("dh_Ys", 2, share.toByteArray())
                    .toBytes();
        }
    }

    @Test
    void alwaysHasParametersAndAFiniteField() {
        assertThat(exchange.params()).isEqualTo(KeyExchange.Params.REQUIRED);
        assertThat(exchange.groups()).contains(NamedGroup.Kind.FINITE_FIELD);
        assertThat(exchange.decrypts()).isFalse();
    }

    @Test
    void writesTheFormOfRfc5246() {
        try (KeyExchange.Server server = exchange.server(Lent.of(FFDHE2048))) {
            byte[] params = params(server);
            assertThat(params).hasSize(2 + 256 + 2 + 1 + 2 + 256);
            assertThat(Arrays.copyOf(params, 10)).startsWith(1, 0).endsWith(-1, -1, -1, -1, -1, -1, -1, -1);
            assertThat(Arrays.copyOfRange(params, 258, 263)).containsExactly(0, 1, 2, 1, 0);
        }
    }

    @Test
    void knowsAnOfferedGroupByItsNumbers() {
        try (KeyExchange.Server server = exchange.server(Lent.of(FFDHE3072));
                KeyExchange.Client client = exchange.client(Lent.of(FFDHE2048, FFDHE3072))) {
            readParams(client, params(server));
            assertThat(client.group()).contains(FFDHE3072);
        }
    }

    @Test
    void servesAGroupThatAPluginBrings() throws IllegalShareException {
        TestGroup group = new TestGroup(FiniteField.of(Modp2048.PRIME, TWO));
        try (KeyExchange.Server server = exchange.server(Lent.of(group));
                KeyExchange.Client client = exchange.client(Lent.of(FFDHE2048, group))) {
            readParams(client, params(server));
            assertThat(client.group()).contains(group);
            assertThat(agree(server, client)).isPositive();
        }
    }

    /** RFC 5246 8.1.2: both sides drop the zeros that lead the secret, and both keep those that lead a share. */
    @Test
    void stripsTheZerosThatLeadTheSecret() throws IllegalShareException {
        boolean[] seen = new boolean[3];
        for (int i = 0; i < 10_000 && !seen[1]; i++) {
            try (KeyExchange.Server server = exchange.server(Lent.of(TestGroup.TINY));
                    KeyExchange.Client client = exchange.client(Lent.of(TestGroup.TINY))) {
                readParams(client, params(server));
                seen[agree(server, client)] = true;
            }
        }
        assertThat(seen).containsExactly(false, true, true);
    }

    @Test
    void takesSharesWithAndWithoutLeadingZeros() throws IllegalShareException {
        for (byte[] share : new byte[][] {{0, 3}, {0, 2, 0, 3}, {0, 1, 3}}) {
            try (KeyExchange.Server server = exchange.server(Lent.of(TestGroup.TINY))) {
                params(server);
                byte[] body = share.length == 2 ? new byte[] {0, 1, 3} : share;
                try (Secret secret = server.premaster(WireReader.of(body, "ClientKeyExchange"))) {
                    assertThat(secret.length()).isBetween(1, 2);
                }
            }
        }
    }

    /** RFC 7919 4: a client that names no finite field takes what the server has, if it is good enough. */
    @Test
    void takesAnyGoodFieldWhereNoneWasOffered() throws IllegalShareException {
        for (BigInteger prime : new BigInteger[] {P, Modp2048.PRIME}) {
            try (KeyExchange.Client client = exchange.client(Lent.of())) {
                readParams(client, new Params(prime, TWO, BigInteger.valueOf(9)).bytes());
                assertThat(client.group()).isEmpty();
                client.premaster(WireWriter.of("ClientKeyExchange")).close();
            }
        }
    }

    /** RFC 7919 3: the client may go on with another field if its own policy lets it. */
    @Test
    void takesAGoodFieldWithoutANameFromAServerThatDoesNotKnowRfc7919() throws IllegalShareException {
        try (KeyExchange.Client client = exchange.client(Lent.of(FFDHE3072, FFDHE2048))) {
            readParams(client, new Params(Modp2048.PRIME, TWO, BigInteger.valueOf(9)).bytes());
            assertThat(client.group()).isEmpty();
            client.premaster(WireWriter.of("ClientKeyExchange")).close();
        }
    }

    /** Anybody on the way could put a prime there whose test takes seconds. */
    @Test
    void refusesALongFieldWithoutANameWhereNobodySignsIt() {
        for (int bits : new int[] {3073, 4096, 8192}) {
            byte[] params = new Params(TWO.pow(bits).subtract(ONE), TWO, BigInteger.valueOf(9)).bytes();
            for (Lent lent : new Lent[] {Lent.unsigned(), Lent.unsigned(FFDHE2048)}) {
                try (KeyExchange.Client client = exchange.client(lent)) {
                    assertThatExceptionOfType(TlsFault.class)
                            .isThrownBy(() -> readParams(client, params))
                            .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.FINITE_FIELD_REFUSED))
                            .withMessageContaining("3072");
                }
            }
        }
    }

    /** RFC 7919's primes need no test, and OpenSSL sends RFC 3526's unasked. */
    @Test
    void takesShortFieldsAndThoseOfRfc7919WhereNobodySignsIt() throws IllegalShareException {
        for (BigInteger prime : new BigInteger[] {P, new Ffdhe8192().prime(), Modp2048.PRIME}) {
            try (KeyExchange.Client client = exchange.client(Lent.unsigned())) {
                readParams(client, new Params(prime, TWO, BigInteger.valueOf(9)).bytes());
                client.premaster(WireWriter.of("ClientKeyExchange")).close();
            }
        }
    }

    @Test
    void refusesANamedGroupThatWasNotOffered() {
        assertRefused(new Params(P, TWO, TWO.pow(9)), Lent.of(new Ffdhe4096()), Fault.FINITE_FIELD_REFUSED);
        assertRefused(
                new Params(new Ffdhe8192().prime(), TWO, TWO.pow(9)),
                Lent.of(new Ffdhe4096()),
                Fault.FINITE_FIELD_REFUSED);
    }

    @Test
    void refusesAFieldShorterThanAllThatWereOffered() {
        assertRefused(new Params(Modp2048.PRIME, TWO, TWO.pow(9)), Lent.of(FFDHE3072), Fault.FINITE_FIELD_REFUSED);
    }

    @Test
    void refusesShortAndOverlongPrimes() {
        BigInteger shorter = TWO.pow(2047).subtract(ONE);
        BigInteger longer = TWO.pow(8193).subtract(ONE);
        for (BigInteger prime : new BigInteger[] {BigInteger.ZERO, ONE, BigInteger.valueOf(23), shorter, longer}) {
            assertRefused(new Params(prime, TWO, TWO), Lent.of(), Fault.FINITE_FIELD_REFUSED);
            assertRefused(new Params(prime, TWO, TWO), Lent.of(FFDHE2048), Fault.FINITE_FIELD_REFUSED);
        }
    }

    @Test
    void refusesCompositeNumbers() {
        for (BigInteger number : new BigInteger[] {
            P.subtract(ONE),
            P.add(TWO),
            P.subtract(TWO),
            P.subtract(BigInteger.valueOf(4)),
            P.add(BigInteger.valueOf(4))
        }) {
            assertRefused(new Params(number, TWO, TWO.pow(9)), Lent.of(FFDHE2048), Fault.FINITE_FIELD_REFUSED);
        }
    }

    @Test
    void refusesGeneratorsThatGenerateNothing() {
        for (BigInteger generator :
                new BigInteger[] {BigInteger.ZERO, ONE, P.subtract(ONE), P, P.add(ONE), P.add(TWO)}) {
            assertRefused(new Params(P, generator, TWO.pow(9)), Lent.of(), Fault.KEY_EXCHANGE_BAD);
        }
    }

    /** RFC 7919 3 and 4 both want handshake_failure. */
    @Test
    void refusesSharesOutOfRange() {
        for (BigInteger share : new BigInteger[] {BigInteger.ZERO, ONE, P.subtract(ONE), P, P.add(TWO)}) {
            assertRefused(new Params(P, TWO, share), Lent.of(FFDHE2048), Fault.SHARE_OUT_OF_RANGE);
            assertRefused(new Params(P, TWO, share), Lent.of(), Fault.SHARE_OUT_OF_RANGE);
            try (KeyExchange.Server server = exchange.server(Lent.of(FFDHE2048))) {
                params(server);
                byte[] body = WireWriter.of("ClientKeyExchange")
                        .block("dh_Yc", 2, share.toByteArray())
                        .toBytes();
                assertThatExceptionOfType(TlsFault.class)
                        .isThrownBy(() -> server.premaster(WireReader.of(body, "ClientKeyExchange")))
                        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.SHARE_OUT_OF_RANGE))
                        .satisfies(thrown -> assertThat(thrown.alert()).isEqualTo(Alert.HANDSHAKE_FAILURE))
                        .withMessageContaining("dh_Yc");
            }
        }
    }

    @Test
    void refusesEmptyNumbers() {
        for (String hex : new String[] {"0000", "0001 05 0000", "0001 05 0001 02 0000", "0005 01"}) {
            try (KeyExchange.Client client = exchange.client(Lent.of(FFDHE2048))) {
                byte[] params = dev.dovetail.tls.testkit.Hex.bytes(hex);
                assertThatExceptionOfType(TlsFault.class)
                        .isThrownBy(() -> client.readParams(WireReader.of(params, "ServerKeyExchange")))
                        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.DECODE_ERROR));
            }
        }
    }

    @Test
    void keepsToTheOrderOfMessages() {
        try (KeyExchange.Server server = exchange.server(Lent.of(FFDHE2048));
                KeyExchange.Client client = exchange.client(Lent.of(FFDHE2048))) {
            assertThat(client.group()).isEmpty();
            assertThatThrownBy(() -> client.premaster(WireWriter.of("ClientKeyExchange")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> server.premaster(WireReader.of(new byte[] {0, 1, 4}, "ClientKeyExchange")))
                    .isInstanceOf(IllegalStateException.class);
            params(server);
            assertThatThrownBy(() -> params(server)).isInstanceOf(IllegalStateException.class);
        }
    }

    private void assertRefused(Params params, Lent lent, Fault fault) {
        try (KeyExchange.Client client = exchange.client(lent)) {
            assertThatExceptionOfType(TlsFault.class)
                    .isThrownBy(() -> {
                        readParams(client, params.bytes());
                        client.premaster(WireWriter.of("ClientKeyExchange")).close();
                    })
                    .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault));
        }
    }

    /** The length of the secret that both sides have. */
    private static int agree(KeyExchange.Server server, KeyExchange.Client client) throws IllegalShareException {
        WireWriter answer = WireWriter.of("ClientKeyExchange");
        try (Secret clients = client.premaster(answer);
                Secret servers = server.premaster(WireReader.of(answer.toBytes(), "ClientKeyExchange"))) {
            assertThat((boolean) servers.with(clients::matches)).isTrue();
            return clients.length();
        }
    }

    private static void readParams(KeyExchange.Client client, byte[] params) {
        WireReader in = WireReader.of(params, "ServerKeyExchange");
        try {
            client.readParams(in);
        } catch (IllegalShareException e) {
            throw new AssertionError(e);
        }
        in.done();
    }

    private static byte[] params(KeyExchange.Server server) {
        WireWriter out = WireWriter.of("ServerKeyExchange");
        try {
            server.writeParams(out);
        } catch (IllegalShareException e) {
            throw new AssertionError(e);
        }
        return out.toBytes();
    }
}
