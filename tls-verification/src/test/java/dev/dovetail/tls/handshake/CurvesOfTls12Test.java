package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What supported_groups means to a server of TLS 1.2: for its key exchange, and for its certificate (RFC 8422 5.1). */
class CurvesOfTls12Test {

    private static final Pairing PAIR = TestBed.only(ProtocolVersion.TLS_1_2);

    @Test
    void aClientThatNamesNoneGetsTheCurveThatEverybodyHas() {
        try (Loopback loopback = Loopback.of(
                AmendedHello.client(PAIR.client(), hello -> hello.drop(HelloEdit.SUPPORTED_GROUPS)),
                TlsEngine.server(PAIR.server().build()))) {
            loopback.handshake();
            assertThat(loopback.server().engine().info().orElseThrow().group().map(NamedGroup::name))
                    .contains("secp256r1");
        }
    }

    @Test
    void aClientThatNamesNoneGetsNoCurveThatIsNotEverybodys() {
        Wrongdoing result = Wrongdoing.towards(
                Role.SERVER,
                PAIR.client(),
                PAIR.with(PAIR.selection().groups("x25519", "secp384r1")).server(),
                MessageChange.of(Role.CLIENT, 1, HelloEdit.edit(hello -> hello.drop(HelloEdit.SUPPORTED_GROUPS))));
        assertThat(result.fault().fault()).isEqualTo(Fault.NO_COMMON_SUITE);
        assertThat(result.fault().getMessage()).contains("the client names no groups");
    }

    @ParameterizedTest
    @CsvSource({"EC_P256, secp256r1", "EC_P384, secp384r1", "EC_P521, secp521r1"})
    void aCertificateOnACurveThatTheClientLacksIsNotShown(KeyKind kind, String curve) {
        ServerConfig.Builder server =
                ServerConfig.of(PAIR.selection().groups("x25519", curve)).credential(TestBed.server(kind));
        Pairing without = PAIR.with(PAIR.selection().groups("x25519"));
        Wrongdoing result = Wrongdoing.towards(Role.SERVER, without.client(), server, MessageChange.none());
        assertThat(result.fault().fault()).isEqualTo(Fault.NO_COMMON_SUITE);

        Pairing with = PAIR.with(PAIR.selection().groups("x25519", curve));
        try (Loopback loopback = Loopback.between(with.client(), server)) {
            loopback.handshake();
            assertThat(loopback.client().engine().info().orElseThrow().group().map(NamedGroup::name))
                    .contains("x25519");
        }
    }
}
