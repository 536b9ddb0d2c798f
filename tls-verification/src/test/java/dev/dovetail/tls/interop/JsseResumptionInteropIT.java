package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ClientAuthentication;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions with the JDK's TLS. Its tickets are what it is told by system properties; unless they say otherwise, both of its
 * ends have tickets that are the session. Of early data it knows nothing.
 */
class JsseResumptionInteropIT {

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksServerResumes(ProtocolVersion version) {
        SSLContext server = Jsse.context(own());
        try (Regular client = new Regular()) {
            EngineVisit first = visit(client, server, Jsse.version(version)).full();
            for (int i = 0; i < 3; i++)
                visit(client, server, Jsse.version(version)).resumes(first);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksClientResumes(ProtocolVersion version) throws IOException {
        SSLContext client = Jsse.context();
        try (House house = new House()) {
            EngineVisit first = visit(house, client, Jsse.version(version)).full();
            for (int i = 0; i < 3; i++)
                visit(house, client, Jsse.version(version)).resumes(first);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksClientUsesATicketOnce(ProtocolVersion version) throws IOException {
        SSLContext client = Jsse.context();
        try (House house = new House().keeping()) {
            house.sessions(how -> how.store(house.store()).singleUse());
            EngineVisit first = visit(house, client, Jsse.version(version)).full();
            for (int i = 0; i < 3; i++)
                visit(house, client, Jsse.version(version)).resumes(first);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksServerWithOtherKeysMakesAFullHandshake(ProtocolVersion version) {
        try (Regular client = new Regular()) {
            visit(client, Jsse.context(own()), Jsse.version(version)).full();
            visit(client, Jsse.context(own()), Jsse.version(version)).full();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerWithOtherKeysMakesAFullHandshake(ProtocolVersion version) throws IOException {
        SSLContext client = Jsse.context();
        try (House house = new House();
                House other = new House()) {
            visit(house, client, Jsse.version(version)).full();
            visit(other, client, Jsse.version(version)).full();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksServerStillKnowsWhoWeAre(ProtocolVersion version) throws SSLPeerUnverifiedException {
        Issued shown = Pki.client(KeyKind.EC_P256);
        SSLContext server = Jsse.context(own());
        Consumer<SSLParameters> choices =
                Jsse.version(version).andThen(parameters -> parameters.setNeedClientAuth(true));
        try (Regular client = new Regular(same -> same.credential(Pki.credential(shown)))) {
            EngineVisit first = visit(client, server, choices).full();
            EngineVisit second = visit(client, server, choices).resumes(first);
            assertThat(second.theirs().getPeerCertificates()).containsExactlyElementsOf(shown.chain());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void weStillKnowTheJdksClient(ProtocolVersion version) throws IOException {
        Issued shown = Pki.client(KeyKind.EC_P256);
        SSLContext client = Jsse.context(shown);
        try (House house = new House().with(same -> same.clientAuthentication(ClientAuthentication.REQUIRED))) {
            EngineVisit first = visit(house, client, Jsse.version(version)).full();
            EngineVisit second = visit(house, client, Jsse.version(version)).resumes(first);
            assertThat(second.ours().info().peerChain()).isEqualTo(shown.chain());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theProtocolIsKept(ProtocolVersion version) throws IOException {
        Consumer<SSLParameters> choices = Jsse.version(version)
                .andThen(parameters -> parameters.setApplicationProtocols(new String[] {"two", "one"}));
        SSLContext both = Jsse.context(own());
        try (House house = new House().with(same -> same.applicationProtocols("one", "two"));
                Regular client = new Regular(same -> same.applicationProtocols("one", "two"))) {
            EngineVisit served = visit(client, both, choices).full();
            assertThat(visit(client, both, choices)
                            .resumes(served)
                            .ours()
                            .info()
                            .applicationProtocol())
                    .isEqualTo(served.ours().info().applicationProtocol());
            EngineVisit first = visit(house, both, choices).full();
            assertThat(visit(house, both, choices).resumes(first).ours().info().applicationProtocol())
                    .contains("one");
        }
    }

    @Test
    void theJdksClientResumesAfterAHelloRetryRequest() throws IOException {
        SSLContext client = Jsse.context();
        Consumer<SSLParameters> choices = Jsse.version(ProtocolVersion.TLS_1_3);
        // It has shares of x25519 and secp256r1.
        try (House house = new House().selecting(Dovetail.selection().groups("secp384r1"))) {
            EngineVisit first = visit(house, client, choices).full();
            EngineVisit second = visit(house, client, choices).resumes(first);
            assertThat(second.ours().info().helloRetried()).isTrue();
        }
    }

    private static EngineVisit visit(Regular client, SSLContext server, Consumer<SSLParameters> choices) {
        return EngineVisit.of(DovetailEnd.client(client.config()), new JsseEnd(Jsse.server(server, choices)));
    }

    private static EngineVisit visit(House house, SSLContext client, Consumer<SSLParameters> choices) {
        return EngineVisit.of(DovetailEnd.server(house.config()), new JsseEnd(Jsse.client(client, choices)));
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
