package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.jsse.ReloadListener;
import dev.dovetail.tls.jsse.ReloadSettings;
import dev.dovetail.tls.jsse.ReloadingTrustManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trusted certificates that change under a running context. */
class ReloadingTrustManagerTest {

    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Authority OLD = Authority.create("old root");
    private static final Authority YOUNG = Authority.create("young root");

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();

    private ReloadSettings always() {
        return ReloadSettings.usual().every(Duration.ZERO).telling(new ReloadListener() {
            @Override
            public void onReloaded(List<X509Certificate> certificates) {
                told.add("reloaded " + certificates.size());
            }

            @Override
            public void onFailed(Exception why) {
                told.add("failed " + why.getMessage());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void newHandshakesTrustTheNewRootAndOldConnectionsGoOn(boolean ownContext) throws Exception {
        Path file = Files.writeString(directory.resolve("roots.pem"), "# ours\n" + OLD.pem());
        ReloadingTrustManager manager = ReloadingTrustManager.pem(file, always());
        TrustManager[] trust = {manager};
        SSLContext client = ownContext ? Contexts.dovetail(null, trust) : Contexts.jdk(null, trust);
        EnginePair old = pair(client, OLD);
        assertThat(old.run().talks()).as("%s", old.client.failure).isTrue();
        assertThat(pair(client, YOUNG).run().talks()).isFalse();
        Files.writeString(file, OLD.pem() + YOUNG.pem());
        assertThat(pair(client, YOUNG).run().talks()).isTrue();
        assertThat(pair(client, OLD).run().talks()).isTrue();
        Files.writeString(file, YOUNG.pem());
        EnginePair refused = pair(client, OLD);
        assertThat(refused.run().talks()).isFalse();
        assertThat(refused.server.failure).hasMessageContaining(ownContext ? "unknown_ca" : "certificate_unknown");
        assertThat(old.talks()).isTrue();
        assertThat(manager.getAcceptedIssuers()).containsExactly(YOUNG.certificate());
        assertThat(told).containsExactly("reloaded 2", "reloaded 1");
    }

    @ParameterizedTest
    @CsvSource({"PKCS12, JKS", "JKS, PKCS12"})
    void aTrustStoreIsWatchedToo(String first, String second) throws Exception {
        Path file = store(first, OLD);
        ReloadingTrustManager manager = ReloadingTrustManager.trustStore(file, PASSWORD, always());
        assertThat(manager.getAcceptedIssuers()).containsExactly(OLD.certificate());
        store(second, YOUNG);
        assertThat(manager.getAcceptedIssuers()).containsExactly(YOUNG.certificate());
    }

    @Test
    void halfAFileIsNotTrustedHalf() throws Exception {
        Path file = Files.writeString(directory.resolve("roots.pem"), OLD.pem() + YOUNG.pem());
        ReloadingTrustManager manager = ReloadingTrustManager.pem(file, always());
        Files.writeString(file, OLD.pem() + YOUNG.pem().substring(0, 100));
        assertThat(manager.getAcceptedIssuers()).hasSize(2);
        Files.writeString(file, "");
        assertThat(manager.getAcceptedIssuers()).hasSize(2);
        Files.writeString(file, OLD.pem().replace("MII", "MIJ"));
        assertThat(manager.getAcceptedIssuers()).hasSize(2);
        assertThat(told).hasSize(3).allMatch(news -> news.startsWith("failed") && news.contains("roots.pem"));
        assertThatThrownBy(manager::reload).isInstanceOf(IOException.class);
        assertThat(manager.certificates()).hasSize(2);
    }

    @Test
    void withoutACertificateItIsNotMade() throws Exception {
        Path file = Files.writeString(directory.resolve("roots.pem"), "nothing");
        assertThatThrownBy(() -> ReloadingTrustManager.pem(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no trusted certificate");
        assertThatThrownBy(() -> ReloadingTrustManager.trustStore(directory.resolve("missing"), null))
                .isInstanceOf(IOException.class);
    }

    private static EnginePair pair(SSLContext client, Authority root) {
        return new EnginePair(
                Contexts.client(client),
                Contexts.server(Contexts.dovetail(Contexts.keys(root.issue(Request.server(Contexts.HOST))), null)));
    }

    private Path store(String type, Authority root) throws Exception {
        Path file = directory.resolve("roots");
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("root", root.certificate());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }
}
