package dev.dovetail.tls.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dovetail as client and as server of every other provider, and of itself: what both agree on, and what they carry. */
class PairingsIT {

    private static final int MEBIBYTE = 1 << 20;

    static List<Pairing> pairings() {
        return Pairing.all();
    }

    static Stream<Arguments> keys() {
        return pairings().stream()
                .flatMap(pairing ->
                        Stream.of(KeyKind.EC_P256, KeyKind.RSA_2048).map(kind -> Arguments.of(pairing, kind)));
    }

    @Test
    void everyContenderIsHere() {
        assertThat(Contender.values())
                .allSatisfy(contender -> assertThat(contender.obstacle()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void carryAMebibyteBothWaysAndAgreeOnTheSession(Pairing pairing, KeyKind kind) throws IOException {
        try (Connection connection = pairing.connect(pairing.setting().with(kind))) {
            for (Side side : Side.values()) {
                byte[] data = data(side);
                assertThat(connection.carry(side, data)).isEqualTo(data);
            }

            ExtendedSSLSession client = connection.session(Side.CLIENT);
            ExtendedSSLSession server = connection.session(Side.SERVER);
            Principal own = subject(Pki.server(kind));
            assertThat(client.getProtocol()).isEqualTo(pairing.version()).isEqualTo(server.getProtocol());
            assertThat(client.getCipherSuite()).startsWith("TLS_").isEqualTo(server.getCipherSuite());
            assertThat(client.getPeerPrincipal()).isEqualTo(own).isEqualTo(server.getLocalPrincipal());
            assertThat(client.getPeerCertificates())
                    .containsExactlyElementsOf(Pki.server(kind).chain());
            assertThat(client.getPeerHost()).isEqualTo(Pki.SERVER_NAME);
            assertThat(client.getLocalPrincipal()).isNull();
            assertThatThrownBy(server::getPeerPrincipal).isInstanceOf(SSLPeerUnverifiedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theServerKnowsTheClientByItsCertificate(Pairing pairing, KeyKind kind) throws IOException {
        Setting setting = pairing.setting()
                .with(kind)
                .withClientCertificate()
                .server(parameters -> parameters.setNeedClientAuth(true));
        try (Connection connection = pairing.connect(setting)) {
            assertTalk(connection);

            ExtendedSSLSession server = connection.session(Side.SERVER);
            Issued own = Pki.client(kind);
            assertThat(server.getPeerPrincipal())
                    .isEqualTo(subject(own))
                    .isEqualTo(connection.session(Side.CLIENT).getLocalPrincipal());
            assertThat(server.getPeerCertificates()).containsExactlyElementsOf(own.chain());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void theServerWhichOnlyAsksLetsAClientInWithoutACertificate(Pairing pairing) throws IOException {
        Setting setting = pairing.setting().server(parameters -> parameters.setWantClientAuth(true));
        try (Connection connection = pairing.connect(setting)) {
            assertTalk(connection);
            assertThatThrownBy(() -> connection.session(Side.SERVER).getPeerPrincipal())
                    .isInstanceOf(SSLPeerUnverifiedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void agreeOnAnApplicationProtocol(Pairing pairing) throws IOException {
        Setting setting = pairing.setting().alpn(List.of("h2", "http/1.1"), List.of("http/1.1"));
        try (Connection connection = pairing.connect(setting)) {
            for (Side side : Side.values())
                assertThat(connection.application(side)).isEqualTo("http/1.1");
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void haveNoApplicationProtocolIfTheServerKnowsOfNone(Pairing pairing) throws IOException {
        Setting setting = pairing.setting().alpn(List.of("h2", "http/1.1"), List.of());
        try (Connection connection = pairing.connect(setting)) {
            for (Side side : Side.values()) assertNoApplication(pairing.of(side), connection.application(side));
        }
    }

    static Stream<Pairing> whereServersTellNames() {
        return pairings().stream().filter(pairing -> Limits.tellsServerNames(pairing.server()));
    }

    @ParameterizedTest
    @MethodSource("whereServersTellNames")
    void theServerLearnsWhichNameTheClientWants(Pairing pairing) throws IOException {
        try (Connection connection = pairing.connect(pairing.setting())) {
            assertThat(connection.session(Side.SERVER).getRequestedServerNames())
                    .containsExactly(new SNIHostName(Pki.SERVER_NAME));
        }
    }

    static void assertTalk(Connection connection) throws IOException {
        for (Side side : Side.values()) {
            assertThat(connection.carry(side, new byte[] {1, 2, 3})).containsExactly(1, 2, 3);
        }
    }

    /** {@code SSLEngine.getApplicationProtocol} says what is to be answered; Conscrypt's does not keep to it. */
    private static void assertNoApplication(Contender contender, String protocol) {
        if (contender == Contender.CONSCRYPT) assertThat(protocol).isNullOrEmpty();
        else assertThat(protocol).isNotNull().isEmpty();
    }

    private static Principal subject(Issued issued) {
        return issued.certificate().getSubjectX500Principal();
    }

    private static byte[] data(Side side) {
        byte[] data = new byte[MEBIBYTE];
        new Random(side.ordinal()).nextBytes(data);
        return data;
    }
}
