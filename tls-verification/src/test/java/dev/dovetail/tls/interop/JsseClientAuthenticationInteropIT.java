package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientAuthentication;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates of clients: every kind, both ways, and what happens without one. */
class JsseClientAuthenticationInteropIT {

    static Stream<KindCase> cases() {
        return KindCase.all();
    }

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theJdksServerKnowsOurClient(KindCase test) throws SSLPeerUnverifiedException {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.client(Dovetail.client(Dovetail.only(test.version()))
                        .credential(Pki.credential(Pki.client(test.kind())))),
                new JsseEnd(jdksServer(test.version(), true)));

        pair.handshake().talk(1000);

        assertThat(pair.peer().session().getPeerCertificates())
                .containsExactlyElementsOf(Pki.client(test.kind()).chain());
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourServerKnowsTheJdksClient(KindCase test) {
        Pair<JsseEnd> pair = new Pair<>(
                ourServer(test.version(), ClientAuthentication.REQUIRED),
                new JsseEnd(Jsse.client(Jsse.context(Pki.client(test.kind())), Jsse.version(test.version()))));

        pair.handshake().talk(1000);

        assertThat(pair.dovetail().info().peerChain())
                .isEqualTo(Pki.client(test.kind()).chain());
        assertThat(pair.dovetail().info().peerScheme()).isPresent();
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksServerLetsOurClientInWithoutOneIfItOnlyAsks(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.client(Dovetail.client(Dovetail.only(version))), new JsseEnd(jdksServer(version, false)));

        pair.handshake().talk(1000);

        assertThatThrownBy(() -> pair.peer().session().getPeerCertificates())
                .isInstanceOf(SSLPeerUnverifiedException.class);
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerLetsTheJdksClientInWithoutOneIfItOnlyAsks(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                ourServer(version, ClientAuthentication.REQUESTED),
                new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(version))));

        pair.handshake().talk(1000);

        assertThat(pair.dovetail().info().peerChain()).isEmpty();
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksServerTurnsOurClientAwayWithoutOne(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                        DovetailEnd.client(Dovetail.client(Dovetail.only(version))),
                        new JsseEnd(jdksServer(version, true)))
                .pump();

        assertThat(pair.peer().failure()).isPresent();
        assertThat(pair.dovetail().failure()).map(TlsFault::fault).contains(Fault.ALERT_RECEIVED);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerTurnsTheJdksClientAwayWithoutOne(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                        ourServer(version, ClientAuthentication.REQUIRED),
                        new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(version))))
                .pump();

        boolean tls13 = version.equals(ProtocolVersion.TLS_1_3);
        assertThat(pair.dovetail().failure())
                .map(TlsFault::fault)
                .contains(tls13 ? Fault.CERTIFICATE_MISSING : Fault.CLIENT_CERTIFICATE_REFUSED);
        assertThat(pair.peer().failure().orElseThrow())
                .hasMessageContaining(tls13 ? "certificate_required" : "handshake_failure");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerTurnsAStrangersClientAway(ProtocolVersion version) {
        // Its issuer has the name of the root that we trust, for JSSE sends nothing that was not asked for.
        Authority stranger = Authority.create("Dovetail Interop Root", KeyKind.RSA_2048);
        Pair<JsseEnd> pair = new Pair<>(
                        ourServer(version, ClientAuthentication.REQUIRED),
                        new JsseEnd(Jsse.client(
                                Jsse.context(stranger.issue(Request.client("stranger"))), Jsse.version(version))))
                .pump();

        assertThat(pair.dovetail().failure()).map(TlsFault::fault).contains(Fault.CERTIFICATE_UNTRUSTED);
        assertThat(pair.dovetail().witness().alerts(Direction.WRITE)).isEqualTo(List.of("unknown_ca"));
        assertThat(pair.peer().failure().orElseThrow()).hasMessageContaining("unknown_ca");
    }

    private static DovetailEnd ourServer(ProtocolVersion version, ClientAuthentication choice) {
        return DovetailEnd.server(Dovetail.server(Dovetail.only(version), Pki.server(KeyKind.EC_P256))
                .clientAuthentication(choice));
    }

    private static javax.net.ssl.SSLEngine jdksServer(ProtocolVersion version, boolean required) {
        return Jsse.server(
                Jsse.context(Pki.server(KeyKind.EC_P256)), Jsse.version(version).andThen(parameters -> {
                    if (required) parameters.setNeedClientAuth(true);
                    else parameters.setWantClientAuth(true);
                }));
    }
}
