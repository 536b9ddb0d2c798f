package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.jsse.PskKeyManager;
import dev.dovetail.tls.jsse.TlsConnection;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pre-shared keys through SSLContext.init. */
class PreSharedKeyTest {

    private static final String TLS_1_3 = "TLS_AES_128_GCM_SHA256";

    @Test
    void inTls13AnyOfItsSuitesServes() throws Exception {
        EnginePair pair = pair(client("sensor", 1), server("sensor", 1), "TLSv1.3", TLS_1_3);
        assertThat(pair.run().talks())
                .as("%s %s", pair.client.failure, pair.server.failure)
                .isTrue();
        assertThat(((TlsConnection) pair.client.engine).info().orElseThrow().preSharedKey())
                .isPresent();
        assertNoCertificate(pair);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_PSK_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256"})
    void inTls12ASuiteIsEnabledByName(String suite) throws Exception {
        EnginePair pair = pair(client("sensor", 1), server("sensor", 1), "TLSv1.2", suite);
        assertThat(pair.run().talks())
                .as("%s %s", pair.client.failure, pair.server.failure)
                .isTrue();
        assertThat(pair.server.engine.getSession().getCipherSuite()).isEqualTo(suite);
        assertNoCertificate(pair);
    }

    @Test
    void aWrongKeyIsRefused() {
        EnginePair newer = pair(client("sensor", 1), server("sensor", 2), "TLSv1.3", TLS_1_3);
        assertThat(newer.run().talks()).isFalse();
        assertThat(newer.client.failure).hasMessageContaining("decrypt_error");
        EnginePair older = pair(client("sensor", 1), server("sensor", 2), "TLSv1.2", "TLS_PSK_WITH_AES_128_GCM_SHA256");
        assertThat(older.run().talks()).isFalse();
        assertThat(older.server.failure).isNotNull();
        assertThat(older.client.failure).isNotNull();
    }

    @Test
    void anUnknownNameIsRefused() {
        EnginePair newer = pair(client("sensor", 1), server("actor", 1), "TLSv1.3", TLS_1_3);
        assertThat(newer.run().talks()).isFalse();
        assertThat(newer.client.failure).hasMessageContaining("Received fatal alert");
        EnginePair older = pair(client("sensor", 1), server("actor", 1), "TLSv1.2", "TLS_PSK_WITH_AES_128_GCM_SHA256");
        assertThat(older.run().talks()).isFalse();
        assertThat(older.client.failure).hasMessageContaining("unknown_psk_identity");
    }

    @Test
    void aServerWithACertificateTooGoesOnWithThat() throws Exception {
        Authority root = Authority.create("root");
        KeyManager[] keys = Contexts.keys(root.issue(Request.server(Contexts.HOST)));
        SSLContext server = Contexts.dovetail(new KeyManager[] {keys[0], key("actor", 1, false)}, null);
        SSLContext client = Contexts.dovetail(new KeyManager[] {key("sensor", 1, true)}, Contexts.trust(root));
        EnginePair pair = pair(client, server, "TLSv1.3", TLS_1_3);
        assertThat(pair.run().talks())
                .as("%s %s", pair.client.failure, pair.server.failure)
                .isTrue();
        assertThat(pair.client.engine.getSession().getPeerCertificates()).hasSize(1);
    }

    private static void assertNoCertificate(EnginePair pair) {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> pair.client.engine.getSession().getPeerCertificates())
                .isInstanceOf(SSLPeerUnverifiedException.class);
    }

    private static EnginePair pair(SSLContext client, SSLContext server, String protocol, String suite) {
        EnginePair pair = new EnginePair(Contexts.client(client), Contexts.server(server));
        Contexts.enable(pair, protocol, suite);
        return pair;
    }

    private static SSLContext client(String identity, int fill) {
        return Contexts.dovetail(new KeyManager[] {key(identity, fill, true)}, new TrustManager[0]);
    }

    private static SSLContext server(String identity, int fill) {
        return Contexts.dovetail(new KeyManager[] {key(identity, fill, false)}, new TrustManager[0]);
    }

    private static PskKeyManager key(String identity, int fill, boolean client) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        PreSharedKey key = PreSharedKey.of(identity, secret);
        return client
                ? PskKeyManager.client(ClientPreSharedKeys.of(key))
                : PskKeyManager.server(ServerPreSharedKeys.of(key));
    }
}
