package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.EngineAt;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.client.ClientStart;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.OpaqueExtension;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.extension.SupportedVersionsExtension;
import dev.dovetail.tls.handshake.message.CertificateRequest13;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;
import dev.dovetail.tls.handshake.server.ServerStart;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8701: values that nobody may ever know, in every place where unknown ones are to be ignored. */
class GreaseTest {

    private static final byte[] DATA = {1, 2, 3};
    private static final Pairing PAIRING = Pairing.of(Catalog.discover());

    static IntStream values() {
        return IntStream.range(0, 16).map(GreasedHello::value);
    }

    @ParameterizedTest(name = "value {0}")
    @MethodSource("values")
    void doesNotDisturbAHandshakeOfTls13(int grease) {
        ConnectionInfo info = connect(grease, PAIRING, true);
        assertThat(info.version()).isEqualTo(ProtocolVersion.TLS_1_3);
    }

    @ParameterizedTest(name = "value {0}")
    @MethodSource("values")
    void doesNotDisturbAHandshakeOfTls12(int grease) {
        Pairing older = PAIRING.with(PAIRING.selection().versions(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_2));
        ConnectionInfo info = connect(grease, older, false);
        assertThat(info.version()).isEqualTo(ProtocolVersion.TLS_1_2);
    }

    /** RFC 8701 4.1: servers send it in CertificateRequest and NewSessionTicket. */
    @Test
    void clientIgnoresItInATicket() {
        int grease = GreasedHello.value(5);
        ServerConfig config = PAIRING.server().build();
        TlsEngine server = EngineAt.server(config, new Scripted(ServerStart.with(config), new GreasedTicket(grease)));
        try (Loopback ends = Loopback.of(TlsEngine.client(PAIRING.client().build()), server)) {
            ends.handshake();
            assertThat(ends.exchange(Role.SERVER, DATA)).isEqualTo(DATA);
            assertThat(ends.exchange(Role.CLIENT, DATA)).isEqualTo(DATA);
        }
    }

    @Test
    void clientIgnoresItInACertificateRequest() {
        int grease = GreasedHello.value(7);
        OpaqueExtension extension = new OpaqueExtension(grease, "GREASE", Set.of(Site.CERTIFICATE_REQUEST));
        ExtensionBlock block = new ExtensionBlock()
                .with(extension, new byte[1])
                .with(SignatureAlgorithmsExtension.INSTANCE, List.of(grease, 0x0804));
        byte[] message =
                Messages.of(HandshakeType.CERTIFICATE_REQUEST, new CertificateRequest13(new byte[0], block)::write);
        CertificateRequest13 request = CertificateRequest13.read(new HandshakeMessage(message, null), Cast.CODECS);
        assertThat(request.extensions().find(SignatureAlgorithmsExtension.INSTANCE))
                .contains(List.of(grease, 0x0804));
    }

    private static ConnectionInfo connect(int grease, Pairing pairing, boolean tls13) {
        Hellos hellos = new Hellos();
        ClientConfig config =
                pairing.client().applicationProtocols("h2").observer(hellos).build();
        TlsEngine client = EngineAt.client(config, new Scripted(ClientStart.with(config), new GreasedHello(grease)));
        TlsEngine server =
                TlsEngine.server(pairing.server().applicationProtocols("h2").build());
        try (Loopback ends = Loopback.of(client, server)) {
            ends.handshake();
            assertThat(ends.exchange(Role.CLIENT, DATA)).isEqualTo(DATA);
            assertThat(ends.exchange(Role.SERVER, DATA)).isEqualTo(DATA);
            assertGreased(hellos.sent(), grease, tls13);
            ConnectionInfo info = server.info().orElseThrow();
            assertThat(info.applicationProtocol()).contains("h2");
            assertThat(info.helloRetried()).isFalse();
            return info;
        }
    }

    /** A test of tolerance proves nothing unless there was something to tolerate. */
    private static void assertGreased(ClientHello hello, int grease, boolean tls13) {
        assertThat(hello.suites()).contains(grease);
        assertThat(hello.extensions().codes()).contains(grease, grease ^ 0x1010);
        assertThat(hello.find(SupportedGroupsExtension.INSTANCE).orElseThrow()).contains(grease);
        assertThat(hello.find(SignatureAlgorithmsExtension.INSTANCE).orElseThrow())
                .contains(grease);
        if (tls13) {
            assertThat(hello.find(SupportedVersionsExtension.INSTANCE).orElseThrow())
                    .contains(grease);
        }
    }

    /** Puts it into each ticket. */
    private record GreasedTicket(int grease) implements Script {

        @Override
        public byte[] body(int type, byte[] own) {
            if (type != HandshakeType.NEW_SESSION_TICKET) return own;
            NewSessionTicket13 ours = NewSessionTicket13.read(
                    new HandshakeMessage(HandshakeMessage.withHeader(type, own), null), Cast.CODECS);
            OpaqueExtension extension = new OpaqueExtension(grease, "GREASE", Set.of(Site.NEW_SESSION_TICKET));
            ours.extensions().with(extension, new byte[1]);
            WireWriter out = WireWriter.of("NewSessionTicket");
            ours.write(out);
            return out.toBytes();
        }
    }

    /** Keeps the ClientHello that went out. */
    private static final class Hellos implements dev.dovetail.tls.api.event.TlsObserver {

        private byte[] message = new byte[0];

        @Override
        public void on(TlsEvent event) {
            if (event instanceof TlsEvent.Message sent && sent.type() == HandshakeType.CLIENT_HELLO) {
                message = sent.bytes();
            }
        }

        ClientHello sent() {
            return ClientHello.read(new HandshakeMessage(message, null), Cast.CODECS);
        }
    }
}
