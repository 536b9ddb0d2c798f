package dev.dovetail.tls.testkit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.testkit.Loopback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise P1: algorithms that the core has never heard of, found by their registrations alone, carry a connection. Every
 * part of it is a sample: suite, cipher, MAC, hash, group, key exchange, signature scheme, extension.
 */
class SampleHandshakeTest {

    @Test
    void everyPartIsFoundWithoutAProblem() {
        assertThat(SamplePair.CATALOG.problems()).isEmpty();
        assertThat(SamplePair.CATALOG.usable()).hasSameSizeAs(new SampleSuites().suites());
    }

    @Test
    void nothingExperimentalIsEnabledUnasked() {
        assertThat(Selection.modern(SamplePair.CATALOG).suites()).isEmpty();
        assertThat(Selection.compatible(SamplePair.CATALOG).suites()).isEmpty();
        assertThat(SamplePair.CATALOG.suites()).allMatch(suite -> suite.traits().contains(Trait.EXPERIMENTAL));
    }

    @Test
    void completesAHandshakeOfTls13() {
        ConnectionInfo info = connect("SAMPLE_CTR_HMAC_SAMPLE256");

        assertThat(info.version()).isEqualTo(ProtocolVersion.TLS_1_3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAMPLE_KX_SAMPLE_WITH_SAMPLE_CTR_HMAC_SAMPLE256",
                "SAMPLE_KX_SAMPLE_WITH_SAMPLE_CBC_SAMPLE256",
                "SAMPLE_KX_SAMPLE_WITH_SAMPLE_STREAM_SAMPLE256"
            })
    void completesAHandshakeOfTls12(String suite) {
        ConnectionInfo info = connect(suite);

        assertThat(info.version()).isEqualTo(ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAMPLE_CTR_HMAC_SAMPLE256", "SAMPLE_KX_SAMPLE_WITH_SAMPLE_CBC_SAMPLE256"})
    void authenticatesTheClient(String suite) {
        Issued me = Authority.selfSigned(Request.client("me").key(KeyKind.ED25519));
        Selection selection = SamplePair.selection(suite);
        try (Loopback loopback = Loopback.between(
                        SamplePair.client(selection).credential(Credential.of(me.chain(), me.privateKey())),
                        SamplePair.server(selection)
                                .verifier(PeerVerifier.insecureAcceptingAnyone())
                                .clientAuthentication(ClientAuthentication.REQUIRED))
                .handshake()) {
            ConnectionInfo info = loopback.server().engine().info().orElseThrow();
            assertThat(info.peerChain()).containsExactly(me.certificate());
            assertThat(info.peerScheme().map(SignatureScheme::name)).contains("sample_ed25519");
        }
    }

    private static ConnectionInfo connect(String suite) {
        Selection selection = SamplePair.selection(suite);
        try (Loopback loopback = Loopback.between(SamplePair.client(selection), SamplePair.server(selection))
                .handshake()) {
            assertThat(loopback.exchange(Role.CLIENT, "a question".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("a question");
            assertThat(loopback.exchange(Role.SERVER, new byte[100_000])).hasSize(100_000);
            ConnectionInfo info = loopback.client().engine().info().orElseThrow();
            assertSample(info, suite);
            assertThat(loopback.server().engine().info().orElseThrow().extensions())
                    .isEqualTo(info.extensions());
            return info;
        }
    }

    private static void assertSample(ConnectionInfo info, String suite) {
        assertThat(info.suite().suite().name()).isEqualTo(suite);
        assertThat(info.group().map(NamedGroup::name)).contains("sample_x25519");
        assertThat(info.peerScheme().map(SignatureScheme::name)).contains("sample_ed25519");
        assertThat(info.extensions()).containsEntry("sample_greeting", "welcome");
    }
}
