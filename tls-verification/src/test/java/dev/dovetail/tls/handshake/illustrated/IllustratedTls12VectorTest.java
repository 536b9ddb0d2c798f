package dev.dovetail.tls.handshake.illustrated;

import static dev.dovetail.tls.record.ContentType.ALERT;
import static dev.dovetail.tls.record.ContentType.APPLICATION_DATA;
import static dev.dovetail.tls.record.ContentType.CHANGE_CIPHER_SPEC;
import static dev.dovetail.tls.record.ContentType.HANDSHAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.key.KeyBlock12;
import dev.dovetail.tls.handshake.key.MasterSecret12;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.Certificate12;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.Finished;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.Rewritten;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.message.ServerKeyExchange12;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.testkit.SeededRandom;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "The Illustrated TLS 1.2 Connection", ECDHE with AES-128-CBC and HMAC-SHA1: every record of both directions. */
class IllustratedTls12VectorTest {

    private static final Capture CAPTURE = Capture.TLS_1_2;
    private static final Catalog CATALOG = Catalog.discover();
    private static final UsableSuite SUITE =
            CATALOG.usable("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA").orElseThrow();
    private static final Codecs CODECS = Codecs.with(List.of());

    @Test
    void derivesTheMasterSecretOfTheKeyLogFromTheEphemeralKeys() {
        try (MasterSecret12 master = master()) {
            byte[] bytes = master.secret().with(value -> value.clone());
            assertThat(bytes).isEqualTo(CAPTURE.secret("CLIENT_RANDOM"));
        }
    }

    @Test
    void opensEveryRecordOfTheServer() {
        Opened server = Opened.of(CAPTURE);
        for (String file : List.of("serverhello", "servercert", "serverkeyexchange", "serverhellodone")) {
            assertThat(server.content(file, HANDSHAKE)).isEqualTo(CAPTURE.content(file));
        }
        assertThat(server.content("serverccs", CHANGE_CIPHER_SPEC)).containsExactly(1);
        try (MasterSecret12 master = master();
                KeyBlock12 keys = master.keys(SUITE)) {
            server.install(Protections.tls12Read(SUITE, keys.server(), false));
        }
        assertThat(server.content("serverfinished", HANDSHAKE)).isEqualTo(serverFinished());
        assertThat(server.content("serverdata", APPLICATION_DATA)).isEqualTo(ascii("pong"));
    }

    @Test
    void opensEveryRecordOfTheClient() {
        Opened client = Opened.of(CAPTURE);
        for (String file : List.of("clienthello", "clientkeyexchange")) {
            assertThat(client.content(file, HANDSHAKE)).isEqualTo(CAPTURE.content(file));
        }
        assertThat(client.content("clientccs", CHANGE_CIPHER_SPEC)).containsExactly(1);
        try (MasterSecret12 master = master();
                KeyBlock12 keys = master.keys(SUITE)) {
            client.install(Protections.tls12Read(SUITE, keys.client(), false));
        }
        assertThat(client.content("clientfinished", HANDSHAKE)).isEqualTo(clientFinished());
        assertThat(client.content("clientdata", APPLICATION_DATA)).isEqualTo(ascii("ping"));
        assertThat(client.content("clientalert", ALERT)).containsExactly(1, 0);
    }

    @Test
    void writesEveryMessageAsItWasRead() {
        for (String file : List.of("clienthello", "serverhello", "servercert")) {
            assertThat(Rewritten.tls12(CAPTURE.content(file))).as(file).isEqualTo(CAPTURE.content(file));
        }
        assertThat(Rewritten.tls12(serverFinished())).isEqualTo(serverFinished());
        assertThat(Rewritten.tls12(clientFinished())).isEqualTo(clientFinished());
    }

    @Test
    void verifiesTheServersSignatureOverItsShare() throws Exception {
        PublicKey key = serverKey();
        ServerKeyExchange12 exchange = serverKeyExchange(CAPTURE.content("serverkeyexchange"), key);
        CertificateVerify signature = exchange.signature().orElseThrow();
        SignatureScheme scheme = CATALOG.signatureSchemes().stream()
                .filter(candidate -> candidate.code() == signature.scheme())
                .findFirst()
                .orElseThrow();
        byte[] content = ServerKeyExchange12.signedContent(clientRandom(), serverRandom(), exchange.params());
        assertThat(scheme.verify(key, content, signature.signature())).isTrue();
        content[0] ^= 1;
        assertThat(scheme.verify(key, content, signature.signature())).isFalse();
    }

    @Test
    void writesServerKeyExchangeAsItWasReadAndRefusesItsPrefixes() throws Exception {
        byte[] message = CAPTURE.content("serverkeyexchange");
        PublicKey key = serverKey();
        WireWriter out = WireWriter.of("ServerKeyExchange");
        serverKeyExchange(message, key).write(out);
        assertThat(out.toBytes()).isEqualTo(Arrays.copyOfRange(message, HandshakeMessage.HEADER, message.length));
        for (int length = HandshakeMessage.HEADER; length < message.length; length++) {
            byte[] prefix = Arrays.copyOf(message, length);
            TlsFault fault = catchThrowableOfType(TlsFault.class, () -> serverKeyExchange(prefix, key));
            assertThat(fault).as("the first %d bytes", length).isNotNull();
            assertThat(fault.fault()).as("the first %d bytes", length).isEqualTo(Fault.DECODE_ERROR);
        }
    }

    @Test
    void verifiesFinishedOfBothSides() {
        Transcript transcript = new Transcript();
        transcript.use(SUITE.hash());
        for (String file : List.of(
                "clienthello",
                "serverhello",
                "servercert",
                "serverkeyexchange",
                "serverhellodone",
                "clientkeyexchange")) {
            transcript.add(CAPTURE.content(file));
        }
        try (MasterSecret12 master = master()) {
            assertThat(Finished.read(new HandshakeMessage(clientFinished(), null), 12)
                            .verifyData())
                    .isEqualTo(master.clientFinished(transcript.hash()));
            transcript.add(clientFinished());
            assertThat(Finished.read(new HandshakeMessage(serverFinished(), null), 12)
                            .verifyData())
                    .isEqualTo(master.serverFinished(transcript.hash()));
        }
    }

    private static ServerKeyExchange12 serverKeyExchange(byte[] message, PublicKey key) {
        try (KeyExchange.Client client = SUITE.keyExchange().orElseThrow().client(new Lent(key))) {
            return ServerKeyExchange12.read(new HandshakeMessage(message, null), client, SUITE, true);
        }
    }

    private static PublicKey serverKey() throws CertificateException {
        byte[] der = Certificate12.read(message("servercert")).chain().get(0);
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der))
                .getPublicKey();
    }

    private static MasterSecret12 master() {
        byte[] keyExchange = CAPTURE.content("clientkeyexchange");
        byte[] clientShare = Arrays.copyOfRange(keyExchange, 5, keyExchange.length);
        byte[] shared = CAPTURE.shared("server-ephemeral-private.key", clientShare);
        try (Secret premaster = Secret.of(shared)) {
            return MasterSecret12.of(SUITE.hash(), premaster, clientRandom(), serverRandom());
        }
    }

    private static byte[] clientRandom() {
        return ClientHello.read(message("clienthello"), CODECS).random();
    }

    private static byte[] serverRandom() {
        return ServerHello.read(message("serverhello"), CODECS).random();
    }

    /** The decrypted file begins with the message; MAC and padding may stand behind it. */
    private static byte[] clientFinished() {
        return Arrays.copyOf(CAPTURE.file("clientfinishedplain"), 16);
    }

    private static byte[] serverFinished() {
        return Arrays.copyOf(CAPTURE.file("serverfinishedplain"), 16);
    }

    private static HandshakeMessage message(String file) {
        return new HandshakeMessage(CAPTURE.content(file), null);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What a key exchange is lent to read the server's parameters. */
    private record Lent(PublicKey key) implements KeyExchange.ClientContext {

        @Override
        public SecureRandom random() {
            return new SeededRandom(1);
        }

        @Override
        public int offeredVersion() {
            return 0x0303;
        }

        @Override
        public List<NamedGroup> groups() {
            return CATALOG.groups();
        }

        @Override
        public Optional<PublicKey> peerKey() {
            return Optional.of(key);
        }
    }
}
