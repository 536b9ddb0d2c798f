package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions, names and protocols: what is agreed with the JDK's TLS, and how both ends say no. */
class JsseNegotiationInteropIT {

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourClientAndTheJdksServerAgreeOnAProtocol(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.client(Dovetail.client(Dovetail.selection()).applicationProtocols("h2", "http/1.1")),
                new JsseEnd(Jsse.server(jdk(), Jsse.version(version).andThen(protocols("spdy/1", "http/1.1")))));

        pair.handshake().talk(10);

        assertThat(pair.dovetail().info().applicationProtocol()).contains("http/1.1");
        assertThat(pair.peer().engine().getApplicationProtocol()).isEqualTo("http/1.1");
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksClientAndOurServerAgreeOnAProtocol(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.server(Dovetail.server(Dovetail.selection(), own()).applicationProtocols("http/1.1", "h2")),
                new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(version).andThen(protocols("h2", "http/1.1")))));

        pair.handshake().talk(10);

        assertThat(pair.dovetail().info().applicationProtocol()).contains("http/1.1");
        assertThat(pair.peer().engine().getApplicationProtocol()).isEqualTo("http/1.1");
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void withoutAProtocolInCommonTheJdksServerEndsIt(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                        DovetailEnd.client(Dovetail.client(Dovetail.selection()).applicationProtocols("h2")),
                        new JsseEnd(Jsse.server(jdk(), Jsse.version(version).andThen(protocols("spdy/1")))))
                .pump();

        assertThat(pair.dovetail().failure()).map(fault -> fault.alert().name()).contains("no_application_protocol");
        assertThat(pair.peer().failure()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void withoutAProtocolInCommonOurServerEndsIt(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                        DovetailEnd.server(
                                Dovetail.server(Dovetail.selection(), own()).applicationProtocols("h2")),
                        new JsseEnd(Jsse.client(
                                Jsse.context(), Jsse.version(version).andThen(protocols("spdy/1")))))
                .pump();

        assertThat(pair.dovetail().failure()).map(TlsFault::fault).contains(Fault.NO_COMMON_APPLICATION_PROTOCOL);
        assertThat(pair.peer().failure().orElseThrow()).hasMessageContaining("no_application_protocol");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksServerHearsTheNameThatWeAskFor(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.client(Dovetail.client(Dovetail.selection())),
                new JsseEnd(Jsse.server(jdk(), Jsse.version(version))));

        pair.handshake();

        assertThat(pair.peer().session().getRequestedServerNames())
                .isEqualTo(List.of(new SNIHostName(Pki.SERVER_NAME)));
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerChoosesTheCertificateForTheNameThatTheJdkAsksFor(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.server(
                        Dovetail.server(Dovetail.selection(), Pki.other()).credential(Pki.credential(own()))),
                new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(version))));

        pair.handshake();

        assertThat(pair.dovetail().info().serverName()).contains(Pki.SERVER_NAME);
        assertThat(pair.dovetail().info().ownChain()).isEqualTo(own().chain());
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourClientRefusesTheJdksServerWithAnotherName(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                        DovetailEnd.client(Dovetail.client(Dovetail.selection())),
                        new JsseEnd(Jsse.server(Jsse.context(Pki.other()), Jsse.version(version))))
                .pump();

        assertThat(pair.dovetail().failure()).map(TlsFault::fault).contains(Fault.CERTIFICATE_NAME_MISMATCH);
        assertThat(pair.peer().failure().orElseThrow()).hasMessageContaining("certificate_unknown");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksClientRefusesOurServerWithAnotherName(ProtocolVersion version) {
        Pair<JsseEnd> pair = new Pair<>(
                        DovetailEnd.server(Dovetail.server(Dovetail.selection(), Pki.other())),
                        new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(version))))
                .pump();

        assertThat(pair.peer().failure().orElseThrow()).hasMessageContaining(Pki.SERVER_NAME);
        assertThat(pair.dovetail().failure()).map(fault -> fault.alert().name()).contains("certificate_unknown");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourClientRefusesAStranger(ProtocolVersion version) {
        Authority stranger = Authority.create("Nobody's Root");
        Pair<JsseEnd> pair = new Pair<>(
                        DovetailEnd.client(Dovetail.client(Dovetail.selection())),
                        new JsseEnd(Jsse.server(
                                Jsse.context(stranger.issue(Request.server(Pki.SERVER_NAME))), Jsse.version(version))))
                .pump();

        assertThat(pair.dovetail().failure()).map(TlsFault::fault).contains(Fault.CERTIFICATE_UNTRUSTED);
        assertThat(pair.peer().failure().orElseThrow()).hasMessageContaining("unknown_ca");
    }

    @Test
    void bothTakeTheNewestVersion() {
        Pair<JsseEnd> ours = new Pair<>(
                DovetailEnd.client(Dovetail.client(Dovetail.selection())), new JsseEnd(Jsse.server(jdk(), p -> {})));
        Pair<JsseEnd> theirs = new Pair<>(
                DovetailEnd.server(Dovetail.server(Dovetail.selection(), own())),
                new JsseEnd(Jsse.client(Jsse.context(), p -> {})));

        for (Pair<JsseEnd> pair : List.of(ours, theirs)) {
            assertThat(pair.handshake().dovetail().info().version()).isEqualTo(ProtocolVersion.TLS_1_3);
            pair.close();
        }
    }

    @Test
    void anOldPeerIsMetAtItsVersion() {
        Pair<JsseEnd> ours = new Pair<>(
                DovetailEnd.client(Dovetail.client(Dovetail.selection())),
                new JsseEnd(Jsse.server(jdk(), Jsse.version(ProtocolVersion.TLS_1_2))));
        Pair<JsseEnd> theirs = new Pair<>(
                DovetailEnd.server(Dovetail.server(Dovetail.only(ProtocolVersion.TLS_1_2), own())),
                new JsseEnd(Jsse.client(Jsse.context(), p -> {})));

        for (Pair<JsseEnd> pair : List.of(ours, theirs)) {
            assertThat(pair.handshake().dovetail().info().version()).isEqualTo(ProtocolVersion.TLS_1_2);
            pair.close();
        }
    }

    @Test
    void withoutAVersionInCommonBothSayWhy() {
        Pair<JsseEnd> ours = new Pair<>(
                        DovetailEnd.client(Dovetail.client(Dovetail.only(ProtocolVersion.TLS_1_2))),
                        new JsseEnd(Jsse.server(jdk(), Jsse.version(ProtocolVersion.TLS_1_3))))
                .pump();
        Pair<JsseEnd> theirs = new Pair<>(
                        DovetailEnd.server(Dovetail.server(Dovetail.only(ProtocolVersion.TLS_1_2), own())),
                        new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(ProtocolVersion.TLS_1_3))))
                .pump();

        assertThat(ours.dovetail().failure()).map(fault -> fault.alert().name()).contains("protocol_version");
        assertThat(theirs.dovetail().failure()).map(TlsFault::fault).contains(Fault.NO_COMMON_VERSION);
        assertThat(theirs.peer().failure().orElseThrow()).hasMessageContaining("protocol_version");
    }

    @Test
    void withoutASuiteInCommonBothSayWhy() {
        Consumer<SSLParameters> jdk = Jsse.suite(ProtocolVersion.TLS_1_3, "TLS_AES_256_GCM_SHA384");
        Pair<JsseEnd> ours = new Pair<>(
                        DovetailEnd.client(Dovetail.client(Dovetail.selection().suites("TLS_AES_128_GCM_SHA256"))),
                        new JsseEnd(Jsse.server(jdk(), jdk)))
                .pump();
        Pair<JsseEnd> theirs = new Pair<>(
                        DovetailEnd.server(
                                Dovetail.server(Dovetail.selection().suites("TLS_AES_128_GCM_SHA256"), own())),
                        new JsseEnd(Jsse.client(Jsse.context(), jdk)))
                .pump();

        assertThat(ours.dovetail().failure()).map(fault -> fault.alert().name()).contains("handshake_failure");
        assertThat(theirs.dovetail().failure()).map(TlsFault::fault).contains(Fault.NO_COMMON_SUITE);
        assertThat(theirs.peer().failure().orElseThrow()).hasMessageContaining("handshake_failure");
    }

    private static dev.dovetail.tls.certificates.Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }

    private static javax.net.ssl.SSLContext jdk() {
        return Jsse.context(own());
    }

    private static Consumer<SSLParameters> protocols(String... names) {
        return parameters -> parameters.setApplicationProtocols(names);
    }
}
