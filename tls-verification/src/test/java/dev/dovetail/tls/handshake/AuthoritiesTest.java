package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import dev.dovetail.tls.handshake.extension.CertificateAuthoritiesExtension;
import dev.dovetail.tls.handshake.message.CertificateRequest12;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom a side says that it trusts: a hint, which never is a reason to fail (RFC 8446 4.2.4, RFC 5246 7.4.4). */
class AuthoritiesTest {

    static List<ProtocolVersion> versions() {
        return List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void moreThanAMessageHoldsAreLeftOut(ProtocolVersion version) {
        // Each name takes 48 bytes or so.
        assertThat(requested(version, 4000)).isZero();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void asManyAsFitAreNamed(ProtocolVersion version) {
        assertThat(requested(version, 100)).isEqualTo(100);
    }

    @Test
    void aClientsOddNameDoesNotDisturb() {
        Pairing pair = TestBed.only(ProtocolVersion.TLS_1_3);
        byte[] odd = {0, 5, 0, 3, (byte) 0xff, 0, 1};
        try (Loopback loopback = Loopback.of(
                AmendedHello.client(pair.client(), hello -> hello.put(HelloEdit.CERTIFICATE_AUTHORITIES, odd)),
                TlsEngine.server(pair.server().build()))) {
            loopback.handshake();
        }
    }

    @Test
    void aServersOddNameDoesNotDisturb() {
        byte[] body = {1, 64, 0, 2, 4, 3, 0, 5, 0, 3, (byte) 0xff, 0, 1};
        CertificateRequest12 request = CertificateRequest12.read(new HandshakeMessage(Messages.of(13, body), null));
        assertThat(request.authorities()).isEmpty();
    }

    /** How many names the server's CertificateRequest has, in a handshake that succeeds. */
    private static int requested(ProtocolVersion version, int names) {
        Pairing pair = TestBed.only(version);
        List<X500Principal> authorities = IntStream.range(0, names)
                .mapToObj(i -> new X500Principal("CN=Authority number " + i + " of many,C=US"))
                .toList();
        ServerConfig.Builder server =
                pair.server().verifier(new Naming(authorities)).clientAuthentication(ClientAuthentication.REQUESTED);
        try (Interposer between = Interposer.listening(pair.client().credential(TestBed.CLIENT), server)) {
            between.loopback().handshake();
            byte[] request = between.messages(Role.SERVER).stream()
                    .filter(message -> Messages.type(message) == HandshakeType.CERTIFICATE_REQUEST)
                    .findFirst()
                    .orElseThrow();
            if (version.equals(ProtocolVersion.TLS_1_2)) {
                return CertificateRequest12.read(new HandshakeMessage(request, null))
                        .authorities()
                        .size();
            }
            return HelloEdit.of(request)
                    .find(HelloEdit.CERTIFICATE_AUTHORITIES)
                    .map(data -> CertificateAuthoritiesExtension.readNames(
                                    dev.dovetail.tls.api.wire.WireReader.of(data, "names"), 3)
                            .size())
                    .orElse(0);
        }
    }

    /** Believes everybody, and says that it trusts these. */
    private record Naming(List<X500Principal> authorities) implements PeerVerifier {

        @Override
        public CompletionStage<Verdict> verify(PeerCertificates peer) {
            return PeerVerifier.insecureAcceptingAnyone().verify(peer);
        }
    }
}
