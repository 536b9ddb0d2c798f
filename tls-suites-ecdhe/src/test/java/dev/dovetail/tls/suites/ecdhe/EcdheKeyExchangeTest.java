package dev.dovetail.tls.suites.ecdhe;

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
import dev.dovetail.tls.testkit.Hex;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EcdheKeyExchangeTest {

    private static final NamedGroup X25519 = new BouncyCastleX25519();
    private static final NamedGroup P256 = new BouncyCastleSecp256r1();

    private final EcdheKeyExchange exchange = new EcdheKeyExchange();

    private static Stream<NamedGroup> groups() {
        return Stream.of(
                X25519,
                new JdkX25519(),
                new BouncyCastleX448(),
                P256,
                new JdkSecp256r1(),
                new BouncyCastleSecp384r1(),
                new BouncyCastleSecp521r1());
    }

    @Test
    void alwaysHasParametersAndAGroup() {
        assertThat(exchange.params()).isEqualTo(KeyExchange.Params.REQUIRED);
        assertThat(exchange.groups()).contains(NamedGroup.Kind.ELLIPTIC_CURVE);
        assertThat(exchange.decrypts()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void agreesOnOnePremaster(NamedGroup group) throws IllegalShareException {
        try (KeyExchange.Server server = exchange.server(Lent.of(group));
                KeyExchange.Client client = exchange.client(Lent.of(new BouncyCastleX448(), P256, group))) {
            WireReader params = sent(params(server));
            client.readParams(params);
            params.done();
            assertThat(client.group()).map(NamedGroup::code).contains(group.code());
            WireWriter answer = WireWriter.of("ClientKeyExchange");
            try (Secret clients = client.premaster(answer)) {
                WireReader in = sent(answer.toBytes());
                try (Secret servers = server.premaster(in)) {
                    in.done();
                    assertThat((boolean) servers.with(clients::matches)).isTrue();
                }
            }
        }
    }

    @Test
    void writesTheFormOfRfc8422() {
        try (KeyExchange.Server server = exchange.server(Lent.of(P256))) {
            byte[] params = params(server);
            assertThat(Arrays.copyOf(params, 5)).isEqualTo(Hex.bytes("03 0017 41 04"));
            assertThat(params).hasSize(4 + 65);
        }
    }

    @Test
    void stopsBehindTheParameters() throws IllegalShareException {
        try (KeyExchange.Server server = exchange.server(Lent.of(X25519));
                KeyExchange.Client client = exchange.client(Lent.of(X25519))) {
            byte[] params = params(server);
            WireReader in = sent(Arrays.copyOf(params, params.length + 7));
            client.readParams(in);
            assertThat(in.remaining()).isEqualTo(7);
        }
    }

    @Test
    void refusesExplicitCurves() {
        for (int type : new int[] {0, 1, 2, 4, 248, 255}) {
            assertFault(Hex.bytes("%02x 001d 01 00".formatted(type)), Fault.KEY_EXCHANGE_BAD, Alert.ILLEGAL_PARAMETER);
        }
    }

    @Test
    void refusesAGroupThatWasNotOffered() {
        assertFault(Hex.bytes("03 0018 01 00"), Fault.GROUP_NOT_OFFERED, Alert.ILLEGAL_PARAMETER);
        assertFault(Hex.bytes("03 7a7a 01 00"), Fault.GROUP_NOT_OFFERED, Alert.ILLEGAL_PARAMETER);
    }

    @Test
    void refusesTruncatedAndEmptyParameters() {
        assertFault(Hex.bytes(""), Fault.DECODE_ERROR, Alert.DECODE_ERROR);
        assertFault(Hex.bytes("03 00"), Fault.DECODE_ERROR, Alert.DECODE_ERROR);
        assertFault(Hex.bytes("03 001d"), Fault.DECODE_ERROR, Alert.DECODE_ERROR);
        assertFault(Hex.bytes("03 001d 00"), Fault.DECODE_ERROR, Alert.DECODE_ERROR);
        assertFault(Hex.bytes("03 001d 20 00"), Fault.DECODE_ERROR, Alert.DECODE_ERROR);
    }

    @Test
    void refusesAServersShareThatIsNotOne() throws IllegalShareException {
        for (String share : new String[] {"20" + "00".repeat(32), "1f" + "09".repeat(31), "21" + "09".repeat(33)}) {
            try (KeyExchange.Client client = exchange.client(Lent.of(X25519))) {
                client.readParams(sent(Hex.bytes("03 001d", share)));
                assertThatThrownBy(() -> client.premaster(WireWriter.of("ClientKeyExchange")))
                        .isInstanceOf(IllegalShareException.class);
            }
        }
    }

    @Test
    void refusesAClientsShareThatIsNotOne() {
        for (String share : new String[] {"20" + "00".repeat(32), "1f" + "09".repeat(31), "01 04"}) {
            try (KeyExchange.Server server = exchange.server(Lent.of(X25519))) {
                params(server);
                assertThatThrownBy(() -> server.premaster(sent(Hex.bytes(share))))
                        .isInstanceOf(IllegalShareException.class);
            }
        }
    }

    /** The empty form says that the share is in the client's certificate, which no suite here has (RFC 8422 5.7). */
    @Test
    void refusesAnEmptyClientShare() {
        try (KeyExchange.Server server = exchange.server(Lent.of(X25519))) {
            params(server);
            assertThatExceptionOfType(TlsFault.class)
                    .isThrownBy(() -> server.premaster(sent(Hex.bytes("00"))))
                    .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.DECODE_ERROR));
        }
    }

    @Test
    void keepsToTheOrderOfMessages() {
        try (KeyExchange.Server server = exchange.server(Lent.of(X25519));
                KeyExchange.Client client = exchange.client(Lent.of(X25519))) {
            assertThat(client.group()).isEmpty();
            assertThatThrownBy(() -> client.premaster(WireWriter.of("ClientKeyExchange")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> server.premaster(sent(Hex.bytes("01 04"))))
                    .isInstanceOf(IllegalStateException.class);
            params(server);
            assertThatThrownBy(() -> params(server)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void forgetsTheShareWhenClosed() {
        KeyExchange.Server server = exchange.server(Lent.of(X25519));
        params(server);
        server.close();
        assertThatThrownBy(() -> server.premaster(sent(Hex.bytes("20" + "09".repeat(32)))))
                .isInstanceOf(IllegalStateException.class);
    }

    private void assertFault(byte[] params, Fault fault, Alert alert) {
        try (KeyExchange.Client client = exchange.client(Lent.of(X25519, P256))) {
            assertThatExceptionOfType(TlsFault.class)
                    .isThrownBy(() -> client.readParams(sent(params)))
                    .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault))
                    .satisfies(thrown -> assertThat(thrown.alert()).isEqualTo(alert))
                    .withMessageContaining("Sent");
        }
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

    private static WireReader sent(byte[] bytes) {
        return WireReader.of(bytes, "Sent");
    }
}
