package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.jsse.ReloadListener;
import dev.dovetail.tls.jsse.ReloadSettings;
import dev.dovetail.tls.jsse.ReloadingKeyManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that change under a running context. */
class ReloadingKeyManagerTest {

    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Authority ROOT = Authority.create("root");

    @TempDir
    Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();

    private final class Told implements ReloadListener {
        @Override
        public void onReloaded(List<X509Certificate> certificates) {
            certificates.forEach(one -> told.add("reloaded " + one.getSerialNumber()));
        }

        @Override
        public void onFailed(Exception why) {
            told.add("failed " + why.getMessage());
        }

        @Override
        public void onWarning(String problem) {
            told.add("warning " + problem);
        }
    }

    private ReloadSettings always() {
        return ReloadSettings.usual().every(Duration.ZERO).telling(new Told());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oldConnectionsGoOnAndNewHandshakesShowTheNewCertificate(boolean ownContext) throws Exception {
        Issued first = issue();
        ReloadingKeyManager manager = ReloadingKeyManager.pem(chain(first), key(first), null, always());
        SSLContext server = context(ownContext, manager);
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            EnginePair old = connected(server, protocol);
            X509Certificate shownBefore = shown(old);
            Issued second = issue();
            chain(second);
            key(second);
            EnginePair young = connected(server, protocol);
            assertThat(shown(young)).isEqualTo(second.certificate()).isNotEqualTo(shownBefore);
            assertThat(old.talks()).isTrue();
            assertThat(young.talks()).isTrue();
            assertThat(manager.certificates()).containsExactly(second.certificate());
        }
        assertThat(told).hasSize(2).allMatch(news -> news.startsWith("reloaded"));
    }

    @Test
    void aKeyStoreIsWatchedToo() throws Exception {
        Issued first = issue();
        Issued second = ROOT.issue(Request.server(Contexts.HOST).key(KeyKind.RSA_2048));
        Path file = store(first, "PKCS12");
        ReloadingKeyManager manager = ReloadingKeyManager.keyStore(file, PASSWORD, always());
        SSLContext server = context(true, manager);
        assertThat(shown(connected(server, "TLSv1.3"))).isEqualTo(first.certificate());
        store(second, "JKS");
        assertThat(shown(connected(server, "TLSv1.3"))).isEqualTo(second.certificate());
        assertThat(manager.chooseServerAlias("RSA", null, null)).endsWith("/key");
        assertThat(manager.chooseServerAlias("EC", null, null)).isNull();
    }

    @Test
    void aHalfWrittenFileKeepsTheOldKeyAndIsReported() throws Exception {
        Issued first = issue();
        ReloadingKeyManager manager = ReloadingKeyManager.pem(chain(first), key(first), null, always());
        SSLContext server = context(true, manager);
        Issued second = issue();
        Files.writeString(directory.resolve("chain.pem"), second.chainPem().substring(0, 200));
        assertThat(shown(connected(server, "TLSv1.3"))).isEqualTo(first.certificate());
        assertThat(told).singleElement().asString().startsWith("failed").contains("chain.pem");
        Files.writeString(directory.resolve("chain.pem"), second.chainPem());
        assertThat(shown(connected(server, "TLSv1.3"))).isEqualTo(first.certificate());
        assertThat(told).hasSize(2).last().asString().startsWith("failed").contains("does not belong");
        key(second);
        assertThat(shown(connected(server, "TLSv1.3"))).isEqualTo(second.certificate());
        assertThat(told).hasSize(3).last().asString().startsWith("reloaded");
    }

    @Test
    void aWrongPasswordKeepsTheOldKeyAndIsReported() throws Exception {
        Issued first = issue();
        Path file = store(first, "PKCS12");
        ReloadingKeyManager manager = ReloadingKeyManager.keyStore(file, PASSWORD, always());
        char[] another = "another".toCharArray();
        try (OutputStream out = Files.newOutputStream(file)) {
            issue().keyStore("key", another).store(out, another);
        }
        assertThat(manager.getCertificateChain(manager.chooseServerAlias("EC", null, null)))
                .containsExactly(first.certificate());
        assertThat(told).singleElement().asString().startsWith("failed").contains("password");
        assertThatThrownBy(manager::reload).isInstanceOf(IOException.class).hasMessageContaining("password");
        assertThatThrownBy(() -> ReloadingKeyManager.keyStore(file, PASSWORD)).isInstanceOf(IOException.class);
    }

    @Test
    void anExpiredCertificateIsUsedWithAWarning() throws Exception {
        Issued first = issue();
        ReloadingKeyManager manager = ReloadingKeyManager.pem(chain(first), key(first), null, always());
        Issued expired = ROOT.issue(Request.server(Contexts.HOST).expired());
        chain(expired);
        key(expired);
        manager.reload();
        assertThat(manager.certificates()).containsExactly(expired.certificate());
        assertThat(told).hasSize(2);
        assertThat(told.get(1)).startsWith("warning").contains("CN=" + Contexts.HOST);
    }

    /** As a container's secrets are swapped: the files are links into a directory that is itself a link. */
    @Test
    void aSwappedLinkIsSeen() throws Exception {
        Issued first = issue();
        Issued second = issue();
        Path data = directory.resolve("..data");
        version("..1", first);
        Files.createSymbolicLink(data, Path.of("..1"));
        Path chain = Files.createSymbolicLink(directory.resolve("tls.crt"), Path.of("..data", "tls.crt"));
        Path key = Files.createSymbolicLink(directory.resolve("tls.key"), Path.of("..data", "tls.key"));
        ReloadingKeyManager manager = ReloadingKeyManager.pem(chain, key, null, always());
        SSLContext server = context(true, manager);
        assertThat(shown(connected(server, "TLSv1.3"))).isEqualTo(first.certificate());
        version("..2", second);
        Path next = Files.createSymbolicLink(directory.resolve("..next"), Path.of("..2"));
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        assertThat(shown(connected(server, "TLSv1.3"))).isEqualTo(second.certificate());
        assertThat(told).containsExactly("reloaded " + second.certificate().getSerialNumber());
    }

    @Test
    void aNameStillAnswersWhenItsKeyWasReplaced() throws Exception {
        Issued first = issue();
        ReloadingKeyManager manager = ReloadingKeyManager.pem(chain(first), key(first), null, always());
        String alias = manager.chooseServerAlias("EC", null, null);
        Issued second = issue();
        chain(second);
        key(second);
        String newer = manager.chooseServerAlias("EC", null, null);
        assertThat(newer).isNotEqualTo(alias);
        assertThat(manager.getCertificateChain(alias)).containsExactly(first.certificate());
        assertThat(number(manager.getPrivateKey(alias))).isEqualTo(number(first.privateKey()));
        assertThat(manager.getCertificateChain(newer)).containsExactly(second.certificate());
        assertThat(number(manager.getPrivateKey(newer))).isEqualTo(number(second.privateKey()));
        assertThat(manager.getCertificateChain("pem")).isNull();
        assertThat(manager.getCertificateChain("x/pem")).isNull();
        assertThat(manager.getCertificateChain("99/pem")).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void handshakesDuringAHundredSwapsAllSucceed(boolean ownContext) throws Exception {
        List<Issued> keys = List.of(issue(), issue(), issue());
        List<Path> stores = new ArrayList<>();
        for (Issued issued : keys)
            stores.add(Files.copy(store(issued, "PKCS12"), directory.resolve("s" + stores.size())));
        Path file = directory.resolve("keys");
        ReloadingKeyManager manager = ReloadingKeyManager.keyStore(file, PASSWORD, always());
        SSLContext server = context(ownContext, manager);
        AtomicBoolean done = new AtomicBoolean();
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        Callable<Integer> shaking = () -> {
            int count = 0;
            while (!done.get() || count == 0) {
                // A context of its own, or it would resume the first session again and again.
                SSLContext client = Contexts.dovetail(null, Contexts.trust(ROOT));
                EnginePair pair = new EnginePair(Contexts.client(client), Contexts.server(server));
                Contexts.enable(pair, "TLSv1.3");
                assertThat(pair.run().talks())
                        .as("client %s, server %s", pair.client.failure, pair.server.failure)
                        .isTrue();
                seen.add(shown(pair));
                count++;
            }
            return count;
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> running =
                    List.of(threads.submit(shaking), threads.submit(shaking), threads.submit(shaking));
            for (int i = 1; i <= 100; i++) {
                Path next = Files.copy(stores.get(i % 3), directory.resolve("next"));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                if (i % 10 == 0) manager.reload();
                Thread.sleep(5);
            }
            done.set(true);
            for (Future<Integer> one : running) assertThat(one.get()).isPositive();
        } finally {
            done.set(true);
            threads.shutdown();
        }
        assertThat(seen).hasSizeGreaterThan(1);
        assertThat(told).hasSizeGreaterThan(9).allMatch(news -> news.startsWith("reloaded"));
    }

    @Test
    void aNegativeIntervalIsRefused() {
        assertThatThrownBy(() -> ReloadSettings.usual().every(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Not the encoding, which may have the public key in it. */
    private static java.math.BigInteger number(java.security.PrivateKey key) {
        return ((java.security.interfaces.ECPrivateKey) key).getS();
    }

    private static Issued issue() {
        return ROOT.issue(Request.server(Contexts.HOST));
    }

    private Path chain(Issued issued) throws IOException {
        return Files.writeString(directory.resolve("chain.pem"), issued.chainPem());
    }

    private Path key(Issued issued) throws IOException {
        return Files.writeString(directory.resolve("key.pem"), issued.privateKeyPem());
    }

    private void version(String name, Issued issued) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(name));
        Files.writeString(folder.resolve("tls.crt"), issued.chainPem());
        Files.writeString(folder.resolve("tls.key"), issued.privateKeyPem());
    }

    private Path store(Issued issued, String type) throws Exception {
        Path file = directory.resolve("keys");
        java.security.KeyStore store = java.security.KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry("key", issued.privateKey(), PASSWORD, issued.chain().toArray(X509Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    private static SSLContext context(boolean own, ReloadingKeyManager manager) {
        KeyManager[] keys = {manager};
        return own ? Contexts.dovetail(keys, null) : Contexts.jdk(keys, null);
    }

    private static EnginePair connected(SSLContext server, String protocol) {
        EnginePair pair =
                new EnginePair(Contexts.client(Contexts.dovetail(null, Contexts.trust(ROOT))), Contexts.server(server));
        Contexts.enable(pair, protocol);
        assertThat(pair.run().talks())
                .as("client %s, server %s", pair.client.failure, pair.server.failure)
                .isTrue();
        return pair;
    }

    private static X509Certificate shown(EnginePair pair) throws SSLPeerUnverifiedException {
        return (X509Certificate) pair.client.engine.getSession().getPeerCertificates()[0];
    }
}
