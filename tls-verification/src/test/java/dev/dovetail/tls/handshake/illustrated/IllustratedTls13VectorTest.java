package dev.dovetail.tls.handshake.illustrated;

import static dev.dovetail.tls.record.ContentType.APPLICATION_DATA;
import static dev.dovetail.tls.record.ContentType.CHANGE_CIPHER_SPEC;
import static dev.dovetail.tls.record.ContentType.HANDSHAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.key.ApplicationSecrets;
import dev.dovetail.tls.handshake.key.HandshakeSecrets;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.TrafficSecret;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.Certificate13;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.Finished;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.Rewritten;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.tls13.SignedContent;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.record.ReadProtection;
import dev.dovetail.tls.record.TrafficKeys;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "The Illustrated TLS 1.3 Connection", AES-256-GCM with SHA-384: every record of both directions is opened. */
class IllustratedTls13VectorTest {

    private static final Capture CAPTURE = Capture.TLS_1_3;
    private static final Catalog CATALOG = Catalog.discover();
    private static final UsableSuite SUITE =
            CATALOG.usable("TLS_AES_256_GCM_SHA384").orElseThrow();
    private static final Hkdf HKDF = new Hkdf(SUITE.hash());
    private static final Codecs CODECS = Codecs.with(List.of());

    private static final List<String> FLIGHT =
            List.of("serverextensions", "servercert", "servercertverify", "serverfinished");

    @Test
    void opensEveryRecordOfTheServer() {
        Opened server = Opened.of(CAPTURE);
        assertThat(server.content("serverhello", HANDSHAKE)).isEqualTo(CAPTURE.content("serverhello"));
        assertThat(server.content("serverccs", CHANGE_CIPHER_SPEC)).containsExactly(1);
        server.install(keys("SERVER_HANDSHAKE_TRAFFIC_SECRET"));
        List<String> sealed =
                List.of("serverencextensions", "serverenccert", "serverenccertverify", "serverencfinished");
        for (int i = 0; i < FLIGHT.size(); i++) {
            assertThat(server.content(sealed.get(i), HANDSHAKE)).isEqualTo(inner(FLIGHT.get(i)));
        }
        server.install(keys("SERVER_TRAFFIC_SECRET_0"));
        assertThat(server.content("serverencticket1", HANDSHAKE)).isEqualTo(inner("serverticket1"));
        assertThat(server.content("serverencticket2", HANDSHAKE)).isEqualTo(inner("serverticket2"));
        assertThat(server.content("serverencdata", APPLICATION_DATA)).isEqualTo(ascii("pong"));
    }

    @Test
    void opensEveryRecordOfTheClient() {
        Opened client = Opened.of(CAPTURE);
        assertThat(client.content("clienthello", HANDSHAKE)).isEqualTo(CAPTURE.content("clienthello"));
        assertThat(client.content("clientccs", CHANGE_CIPHER_SPEC)).containsExactly(1);
        client.install(keys("CLIENT_HANDSHAKE_TRAFFIC_SECRET"));
        assertThat(client.content("clientencfinished", HANDSHAKE)).isEqualTo(inner("clientfinished"));
        client.install(keys("CLIENT_TRAFFIC_SECRET_0"));
        assertThat(client.content("clientencdata", APPLICATION_DATA)).isEqualTo(ascii("ping"));
    }

    @Test
    void writesEveryMessageAsItWasRead() {
        for (String hello : List.of("clienthello", "serverhello")) {
            assertThat(Rewritten.tls13(CAPTURE.content(hello))).as(hello).isEqualTo(CAPTURE.content(hello));
        }
        for (String name : List.of(
                "serverextensions",
                "servercert",
                "servercertverify",
                "serverfinished",
                "clientfinished",
                "serverticket1",
                "serverticket2")) {
            assertThat(Rewritten.tls13(inner(name))).as(name).isEqualTo(inner(name));
        }
    }

    @Test
    void derivesTheSecretsOfTheKeyLogFromTheEphemeralKeys() {
        byte[] clientShare = ClientHello.read(message(CAPTURE.content("clienthello")), CODECS)
                .find(KeyShareExtension.INSTANCE)
                .orElseThrow()
                .get(0)
                .share();
        byte[] serverShare = ServerHello.read(message(CAPTURE.content("serverhello")), CODECS)
                .find(KeyShareExtension.INSTANCE)
                .orElseThrow()
                .get(0)
                .share();
        byte[] shared = CAPTURE.shared("client-ephemeral-private.key", serverShare);
        assertThat(shared).isEqualTo(CAPTURE.shared("server-ephemeral-private.key", clientShare));
        try (Secret secret = Secret.of(shared);
                HandshakeSecrets handshake = HandshakeSecrets.of(HKDF, secret, transcript(0));
                ApplicationSecrets application = ApplicationSecrets.of(handshake, transcript(4))) {
            check("CLIENT_HANDSHAKE_TRAFFIC_SECRET", handshake.clientTraffic());
            check("SERVER_HANDSHAKE_TRAFFIC_SECRET", handshake.serverTraffic());
            check("CLIENT_TRAFFIC_SECRET_0", application.clientTraffic());
            check("SERVER_TRAFFIC_SECRET_0", application.serverTraffic());
            check("EXPORTER_SECRET", application.exporter());
        }
    }

    @Test
    void verifiesTheServersSignature() throws Exception {
        byte[] der = Certificate13.read(message(inner("servercert")), CODECS)
                .entries()
                .get(0)
                .certificate();
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        CertificateVerify verify = CertificateVerify.read(message(inner("servercertverify")));
        SignatureScheme scheme = CATALOG.signatureSchemes().stream()
                .filter(candidate -> candidate.code() == verify.scheme())
                .findFirst()
                .orElseThrow();
        assertThat(scheme.fits(certificate.getPublicKey(), ProtocolVersion.TLS_1_3))
                .isTrue();
        assertThat(scheme.verify(
                        certificate.getPublicKey(), SignedContent.of(Role.SERVER, transcript(2)), verify.signature()))
                .isTrue();
        assertThat(scheme.verify(
                        certificate.getPublicKey(), SignedContent.of(Role.CLIENT, transcript(2)), verify.signature()))
                .as("the same signature as the client's")
                .isFalse();
    }

    @Test
    void verifiesFinishedOfBothSides() {
        checkFinished("serverfinished", "SERVER_HANDSHAKE_TRAFFIC_SECRET", transcript(3));
        checkFinished("clientfinished", "CLIENT_HANDSHAKE_TRAFFIC_SECRET", transcript(4));
    }

    private static void checkFinished(String file, String label, byte[] transcript) {
        Finished finished = Finished.read(message(inner(file)), SUITE.hash().length());
        try (Secret secret = Secret.of(CAPTURE.secret(label))) {
            assertThat(HKDF.finished(secret, transcript)).isEqualTo(finished.verifyData());
        }
    }

    private static void check(String label, Secret secret) {
        byte[] bytes = secret.with(value -> value.clone());
        assertThat(bytes).as(label).isEqualTo(CAPTURE.secret(label));
    }

    private static ReadProtection keys(String label) {
        try (Secret secret = Secret.of(CAPTURE.secret(label));
                TrafficKeys keys = TrafficSecret.keys(HKDF, secret, SUITE)) {
            return Protections.tls13Read(SUITE, keys);
        }
    }

    /** The hash of both hellos and so many messages of the server's flight. */
    private static byte[] transcript(int messages) {
        Transcript transcript = new Transcript();
        transcript.add(CAPTURE.content("clienthello"));
        transcript.use(SUITE.hash());
        transcript.add(CAPTURE.content("serverhello"));
        for (String name : FLIGHT.subList(0, messages)) transcript.add(inner(name));
        return transcript.hash();
    }

    /** A decrypted file of the capture ends with the inner content type. */
    private static byte[] inner(String name) {
        byte[] file = CAPTURE.file(name);
        return Arrays.copyOf(file, file.length - 1);
    }

    private static HandshakeMessage message(byte[] bytes) {
        return new HandshakeMessage(bytes, null);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
