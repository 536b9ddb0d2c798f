package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.PaddingExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Offered;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.Session;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/**
 * A client makes the full handshake of RFC 8448 3, keeps the ticket, and with it makes the resumption of section 4, early
 * data in front: all of its records are the recorded ones, byte for byte. Recorded, and so not ours, are its random and
 * its ephemeral key pair, and that it sends renegotiation_info, see {@link HelloScript}.
 */
class Rfc8448ClientResumptionReplayTest {

    private static final int RENEGOTIATION_INFO = 0xff01;

    private final RecordedTicket ticket = RecordedTicket.read();

    @Test
    void keepsTheTicketOfTheFirstHandshake() {
        try (HeldSession held = ReplayedClient.heldAfterTheFirstHandshake()) {
            Session session = held.session();
            assertThat(held.ticket()).isEqualTo(ticket.message().ticket());
            assertThat(bytes(session.secret()))
                    .isEqualTo(Trace.section(4)
                            .step(Role.CLIENT, "extract secret \"early\"")
                            .value("IKM"));
            assertThat(session.suite()).isEqualTo(0x1301);
            assertThat(session.issued()).isEqualTo(RecordedTicket.GIVEN);
            assertThat(session.lifetime()).isEqualTo(Duration.ofSeconds(30));
            assertThat(session.ageAdd()).isEqualTo(0xfad6aac5L);
            assertThat(session.mostEarlyData()).isEqualTo(1024);
            assertThat(session.serverName()).contains("server");
            assertThat(session.peer().chain()).hasSize(1);
        }
    }

    @Test
    void sendsTheRecordsOfTheRecordedClient() {
        Trace trace = Trace.section(4);
        try (HeldSession held = ReplayedClient.heldAfterTheFirstHandshake();
                ClientSessions kept = ReplayedClient.noSessionsYet(ticket.used());
                Play play = new ReplayedClient(4).play(kept, held)) {
            new Replay(play.engine()).playToTheEnd(trace);
            play.assertSecretsAsRecorded();
            assertThat(play.engine().info()).hasValueSatisfying(info -> {
                assertThat(info.resumed()).isTrue();
                assertThat(info.earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
                assertThat(info.peerChain()).isEqualTo(held.session().peer().chain());
            });
            try (Exporter recorded = Exporter.tls13(RecordedTicket.HKDF, RecordedTicket.secret(trace, "e exp master"));
                    Secret expected = recorded.export("EXPORTER-test", new byte[] {1}, 20);
                    Secret ours = play.engine().exportEarly("EXPORTER-test", new byte[] {1}, 20)) {
                assertThat(bytes(ours)).isEqualTo(bytes(expected));
            }
        }
    }

    /** Left alone, ours has five bytes more of padding instead of renegotiation_info, and so another binder. */
    @Test
    void offersTheSessionAsRecordedButForRenegotiationInfo() throws GeneralSecurityException {
        byte[] message;
        try (HeldSession held = ReplayedClient.heldAfterTheFirstHandshake();
                ClientSessions kept = ReplayedClient.noSessionsYet(ticket.used());
                Play play = new ReplayedClient(4).playAlone(kept, held)) {
            byte[] out = new byte[1024];
            int length = play.engine().transmit(out, 0, out.length);
            assertThat(Arrays.copyOf(out, 5)).containsExactly(22, 3, 1, 2, 0);
            message = Arrays.copyOfRange(out, 5, length);
        }
        ClientHello ours = ClientHello.read(new HandshakeMessage(message, null), Cast.CODECS);
        ClientHello recorded = new Cast(Trace.section(4), Role.CLIENT).hello();
        List<Integer> order = new ArrayList<>(recorded.extensions().order());
        order.remove((Integer) RENEGOTIATION_INFO);
        assertThat(ours.extensions().order()).isEqualTo(order);
        order.removeAll(List.of(PaddingExtension.INSTANCE.code(), PreSharedKeyExtension.INSTANCE.code()));
        for (int code : order) {
            assertThat(ours.extensions().data(code).orElseThrow())
                    .as("extension %d", code)
                    .isEqualTo(recorded.extensions().data(code).orElseThrow());
        }
        assertThat(offered(ours).identities())
                .usingRecursiveComparison()
                .isEqualTo(offered(recorded).identities());
        assertThat(offered(ours).binders()).containsExactly(binder(message));
    }

    /** Which shows resumption_master_secret, that no key log has. The recorded server gives no second ticket. */
    @Test
    void derivesTheKeyOfATicketThatTheResumptionBrings() throws GeneralSecurityException {
        Trace trace = Trace.section(4);
        byte[] nonce = {7};
        byte[] message = Messages.of(
                4, out -> new NewSessionTicket13(60, 1, nonce, new byte[9], new ExtensionBlock()).write(out));
        ReplayedClient client = new ReplayedClient(4);
        try (HeldSession held = ReplayedClient.heldAfterTheFirstHandshake();
                ClientSessions kept = ReplayedClient.noSessionsYet(ticket.used());
                Play play = client.play(kept, held)) {
            List<Trace.Step> sent = trace.sent();
            new Replay(play.engine()).play(sent.subList(0, 6));
            assertThat(play.engine().connected()).isTrue();
            byte[] record = sealedByTheServer(trace, message);
            play.engine().receive(record, 0, record.length, new byte[0], 0, 0);
            try (HeldSession next = client.newest(kept).orElseThrow();
                    Secret expected = RecordedTicket.key(trace, nonce)) {
                assertThat(bytes(next.session().secret())).isEqualTo(bytes(expected));
            }
        }
    }

    private static Offered offered(ClientHello hello) {
        return (Offered) hello.find(PreSharedKeyExtension.INSTANCE).orElseThrow();
    }

    /** By the JDK's HMAC, with the key that the RFC prints. */
    private static byte[] binder(byte[] hello) throws GeneralSecurityException {
        byte[] key = Trace.section(4).step(Role.CLIENT, "calculate PSK binder").value("expanded");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        HashAlgorithm.Hash prefix = RecordedTicket.HKDF.hash().start();
        prefix.update(hello, 0, hello.length - 2 - 1 - key.length);
        return mac.doFinal(prefix.finish());
    }

    /** A server's first record under its application keys, by the JDK. */
    private static byte[] sealedByTheServer(Trace trace, byte[] message) throws GeneralSecurityException {
        Trace.Step keys = trace.step(Role.SERVER, "derive write traffic keys for application data");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(keys.value("key expanded"), "AES"),
                new GCMParameterSpec(128, keys.value("iv expanded")));
        byte[] header = {23, 3, 3, 0, (byte) (message.length + 1 + 16)};
        cipher.updateAAD(header);
        return Messages.joined(header, cipher.doFinal(Messages.joined(message, new byte[] {22})));
    }

    private static byte[] bytes(Secret secret) {
        return secret.with(bytes -> bytes.clone());
    }
}
