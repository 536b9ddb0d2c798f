package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.CredentialRequest;
import dev.dovetail.tls.handshake.credential.CredentialSource;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials that are found for each handshake anew. */
class CredentialSourceTest {

    static List<ProtocolVersion> versions() {
        return List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
    }

    /** Answers when it is told to, and remembers what it was asked. */
    private static final class Later implements CredentialSource {
        private final CompletableFuture<List<Credential>> answer = new CompletableFuture<>();
        private final AtomicReference<CredentialRequest> asked = new AtomicReference<>();

        @Override
        public CompletionStage<List<Credential>> find(CredentialRequest request) {
            asked.set(request);
            return answer;
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theHandshakeWaitsForAServersCredential(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        Later source = new Later();
        ServerConfig.Builder server =
                ServerConfig.of(pair.selection()).credentials(source).applicationProtocols("b");
        try (Loopback loopback = Loopback.between(pair.client().applicationProtocols("a", "b"), server)) {
            loopback.step(Role.CLIENT);
            loopback.step(Role.SERVER);
            assertThat(loopback.server().engine().hasOutput()).isFalse();
            CredentialRequest asked = source.asked.get();
            assertThat(asked.handshake().version()).isEqualTo(version);
            assertThat(asked.handshake().serverName()).contains(Pairing.SERVER_NAME);
            assertThat(asked.handshake().applicationProtocol()).contains("b");
            assertThat(asked.schemes())
                    .isNotEmpty()
                    .allMatch(scheme -> scheme.versions().contains(version));
            source.answer.complete(List.of(pair.credential()));
            loopback.handshake();
            assertThat(loopback.client().engine().info().orElseThrow().peerChain())
                    .isEqualTo(pair.credential().chain());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theHandshakeWaitsForAClientsCredential(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        Later source = new Later();
        ServerConfig.Builder server = pair.server()
                .verifier(pair.client().build().verifier())
                .clientAuthentication(ClientAuthentication.REQUIRED);
        try (Loopback loopback = Loopback.between(pair.client().credentials(source), server)) {
            for (int flights = 0; source.asked.get() == null && flights < 10; flights++) {
                loopback.step(Role.CLIENT);
                loopback.step(Role.SERVER);
            }
            assertThat(loopback.server().engine().connected()).isFalse();
            assertThat(source.asked.get().authorities())
                    .contains(pair.authority().certificate().getSubjectX500Principal());
            source.answer.complete(List.of(TestBed.CLIENT));
            loopback.handshake();
            assertThat(loopback.server().engine().info().orElseThrow().peerChain())
                    .isEqualTo(TestBed.CLIENT.chain());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aServerForWhichNoneIsFoundCanNotGoOn(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        Wrongdoing result = Wrongdoing.towards(
                Role.SERVER,
                pair.client(),
                ServerConfig.of(pair.selection()).credentials(request -> CompletableFuture.completedFuture(List.of())),
                MessageChange.none());
        assertThat(result.fault().fault()).isIn(Fault.NO_COMMON_SIGNATURE_SCHEME, Fault.NO_COMMON_SUITE);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aSourceThatFailsEndsTheHandshake(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        Wrongdoing result = Wrongdoing.towards(
                Role.SERVER,
                pair.client(),
                ServerConfig.of(pair.selection())
                        .credentials(request -> CompletableFuture.failedFuture(new IllegalStateException("no HSM"))),
                MessageChange.none());
        assertThat(result.fault().fault()).isEqualTo(Fault.INTERNAL);
    }
}
