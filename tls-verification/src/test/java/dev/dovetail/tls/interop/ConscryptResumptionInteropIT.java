package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import java.io.IOException;
import java.security.Provider;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions with BoringSSL, as Conscrypt brings it to the JVM. Its engines have no early data. */
class ConscryptResumptionInteropIT {

    @BeforeAll
    static void conscryptRuns() {
        Program.require(Conscrypt.isAvailable(), "Conscrypt has no native library for this machine");
    }

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsServerResumes(ProtocolVersion version) {
        SSLContext server = context(own());
        try (Regular client = new Regular()) {
            Visit first = visit(client, server, version).full();
            for (int i = 0; i < 3; i++) visit(client, server, version).resumes(first);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsClientResumes(ProtocolVersion version) throws IOException {
        SSLContext client = context();
        try (House house = new House()) {
            Visit first = visit(house, client, version).full();
            for (int i = 0; i < 3; i++) visit(house, client, version).resumes(first);
        }
    }

    @Test
    void itsClientResumesByASessionIdThatIsInOurStore() throws IOException {
        SSLContext client = context();
        try (House house = new House().keeping()) {
            Visit first = byId(house, client).full();
            for (int i = 0; i < 3; i++) byId(house, client).resumes(first);
            assertThat(house.store().size()).isEqualTo(1);
        }
    }

    private static Visit byId(House house, SSLContext client) {
        return visit(
                DovetailEnd.server(house.config()),
                new JsseEnd(Jsse.client(client, Jsse.version(ProtocolVersion.TLS_1_2))));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsServerWithOtherKeysMakesAFullHandshake(ProtocolVersion version) {
        try (Regular client = new Regular()) {
            visit(client, context(own()), version).full();
            visit(client, context(own()), version).full();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerWithOtherKeysMakesAFullHandshake(ProtocolVersion version) throws IOException {
        SSLContext client = context();
        try (House house = new House();
                House other = new House()) {
            visit(house, client, version).full();
            visit(other, client, version).full();
        }
    }

    private static Visit visit(Regular client, SSLContext server, ProtocolVersion version) {
        return visit(DovetailEnd.client(client.config()), withTickets(Jsse.server(server, Jsse.version(version))));
    }

    private static Visit visit(House house, SSLContext client, ProtocolVersion version) {
        return visit(DovetailEnd.server(house.config()), withTickets(Jsse.client(client, Jsse.version(version))));
    }

    /** Unless it is told to, its client asks for no tickets in TLS 1.2, and its server gives none. */
    private static JsseEnd withTickets(SSLEngine engine) {
        Conscrypt.setUseSessionTickets(engine, true);
        return new JsseEnd(engine);
    }

    /** Its session's age says nothing, for it dates it anew at each ticket: that no certificate came says enough. */
    private static Visit visit(DovetailEnd ours, JsseEnd theirs) {
        return EngineVisit.of(ours, theirs).ours();
    }

    private static SSLContext context(Issued own) {
        return Jsse.context(provider(), Jsse.keys(own, "SunX509"));
    }

    private static SSLContext context() {
        return Jsse.context(provider());
    }

    private static Provider provider() {
        return Conscrypt.newProviderBuilder().provideTrustManager(true).build();
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
