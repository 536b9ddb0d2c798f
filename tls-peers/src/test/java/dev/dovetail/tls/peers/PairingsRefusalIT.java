package dev.dovetail.tls.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes that must fail, and do so on both sides with an exception of the right kind. */
class PairingsRefusalIT {

    static List<Pairing> pairings() {
        return Pairing.all();
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aClientRefusesACertificateOfAStranger(Pairing pairing) throws IOException {
        try (Connection connection = refused(pairing, pairing.setting().trusting(Pki.STRANGER))) {
            assertRefused(pairing, connection, Side.CLIENT);
            assertCertificateException(connection);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aClientRefusesACertificateForAnotherName(Pairing pairing) throws IOException {
        try (Connection connection = refused(pairing, pairing.setting().to(Pki.OTHER_NAME))) {
            assertRefused(pairing, connection, Side.CLIENT);
            assertCertificateException(connection);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aServerRefusesAVersionThatItDoesNotSpeak(Pairing pairing) throws IOException {
        String other = pairing.tls13() ? Pairing.TLS_1_2 : Pairing.TLS_1_3;
        Setting setting = pairing.setting().server(parameters -> parameters.setProtocols(new String[] {other}));
        try (Connection connection = refused(pairing, setting)) {
            assertRefused(pairing, connection, Side.SERVER);
        }
    }

    static Stream<Pairing> whereServersInsistOnApplicationProtocols() {
        return pairings().stream().filter(pairing -> Limits.refusesOtherApplicationProtocols(pairing.server()));
    }

    @ParameterizedTest
    @MethodSource("whereServersInsistOnApplicationProtocols")
    void aServerRefusesApplicationProtocolsThatItDoesNotSpeak(Pairing pairing) throws IOException {
        Setting setting = pairing.setting().alpn(List.of("h2"), List.of("http/1.1"));
        try (Connection connection = refused(pairing, setting)) {
            assertRefused(pairing, connection, Side.SERVER);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aServerRefusesAClientWithoutACertificate(Pairing pairing) throws IOException {
        Setting setting = pairing.setting().server(parameters -> parameters.setNeedClientAuth(true));
        try (Connection connection = refused(pairing, setting)) {
            assertHandshakeException(pairing, connection, Side.SERVER, false);
            // In TLS 1.3 the client's handshake ends before the server has looked at it.
            if (connection.failure(Side.CLIENT).isEmpty()) {
                assertThatThrownBy(() -> connection.sawEnd(Side.CLIENT)).isInstanceOf(IOException.class);
            }
        }
    }

    private static Connection refused(Pairing pairing, Setting setting) throws IOException {
        Connection connection = pairing.prepare(setting);
        connection.handshake();
        return connection;
    }

    private static void assertRefused(Pairing pairing, Connection connection, Side by) {
        assertHandshakeException(pairing, connection, by, false);
        // Who closes a socket in which something is unread resets it: the alert may be lost.
        boolean mayBeReset = pairing.transport() == Transport.SOCKETS && pairing.of(by) != Contender.DOVETAIL;
        assertHandshakeException(pairing, connection, by.peer(), mayBeReset);
    }

    private static void assertHandshakeException(
            Pairing pairing, Connection connection, Side side, boolean mayBeReset) {
        // What others throw is theirs.
        boolean any = pairing.of(side) != Contender.DOVETAIL;
        assertThat(connection.failure(side))
                .as("%s, %s", side, pairing.of(side))
                .get(InstanceOfAssertFactories.THROWABLE)
                .isInstanceOfAny(
                        SSLHandshakeException.class,
                        any ? IOException.class : SSLHandshakeException.class,
                        mayBeReset ? SocketException.class : SSLHandshakeException.class);
    }

    private static void assertCertificateException(Connection connection) {
        assertThat(Stream.iterate(
                        (Throwable) connection.failure(Side.CLIENT).orElseThrow(),
                        Objects::nonNull,
                        Throwable::getCause))
                .hasAtLeastOneElementOfType(CertificateException.class);
    }
}
