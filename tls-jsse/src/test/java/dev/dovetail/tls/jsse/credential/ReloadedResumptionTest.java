package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.jsse.ReloadSettings;
import dev.dovetail.tls.jsse.ReloadingKeyManager;
import dev.dovetail.tls.jsse.ReloadingTrustManager;
import dev.dovetail.tls.jsse.TlsConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was trusted, or what was shown, before files have changed is no reason to resume. */
class ReloadedResumptionTest {

    private static final Authority ROOT = Authority.create("root");
    private static final Issued SERVER = ROOT.issue(Request.server(Contexts.HOST));
    private static final Issued CLIENT = ROOT.issue(Request.client("client"));

    @TempDir
    Path directory;

    private final ReloadSettings always = ReloadSettings.usual().every(Duration.ofDays(1));

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientThatTrustsOthersNowShakesHandsAnew(String protocol) throws Exception {
        ReloadingTrustManager trust = trust();
        SSLContext client = Contexts.dovetail(null, new TrustManager[] {trust});
        SSLContext server = Contexts.dovetail(Contexts.keys(SERVER), null);
        assertThat(resumed(client, server, protocol)).isFalse();
        assertThat(resumed(client, server, protocol)).isTrue();
        trust.reload();
        assertThat(resumed(client, server, protocol)).isFalse();
        assertThat(resumed(client, server, protocol)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientThatShowsAnotherCertificateNowShakesHandsAnew(String protocol) throws Exception {
        Path chain = Files.writeString(directory.resolve("tls.crt"), CLIENT.chainPem());
        Path key = Files.writeString(directory.resolve("tls.key"), CLIENT.privateKeyPem());
        ReloadingKeyManager keys = ReloadingKeyManager.pem(chain, key, null, always);
        SSLContext client = Contexts.dovetail(new KeyManager[] {keys}, Contexts.trust(ROOT));
        SSLContext server = Contexts.dovetail(Contexts.keys(SERVER), Contexts.trust(ROOT));
        assertThat(resumed(client, server, protocol)).isFalse();
        assertThat(resumed(client, server, protocol)).isTrue();
        keys.reload();
        assertThat(resumed(client, server, protocol)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aServerThatTrustsOthersNowAsksItsClientsAgain(String protocol) throws Exception {
        ReloadingTrustManager trust = trust();
        SSLContext client = Contexts.dovetail(Contexts.keys(CLIENT), Contexts.trust(ROOT));
        SSLContext server = Contexts.dovetail(Contexts.keys(SERVER), new TrustManager[] {trust});
        assertThat(resumed(client, server, protocol)).isFalse();
        assertThat(resumed(client, server, protocol)).isTrue();
        trust.reload();
        assertThat(resumed(client, server, protocol)).isFalse();
    }

    private ReloadingTrustManager trust() throws Exception {
        return ReloadingTrustManager.pem(Files.writeString(directory.resolve("ca.crt"), ROOT.pem()), always);
    }

    private static boolean resumed(SSLContext clients, SSLContext servers, String protocol) {
        SSLEngine client = Contexts.client(clients);
        client.setEnabledProtocols(new String[] {protocol});
        SSLEngine server = Contexts.server(servers);
        server.setWantClientAuth(true);
        EnginePair pair = new EnginePair(client, server).run();
        assertThat(pair.talks()).as("%s", pair.client.failure).isTrue();
        return ((TlsConnection) client).info().orElseThrow().resumed();
    }
}
