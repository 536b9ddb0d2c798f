package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import dev.dovetail.tls.jsse.TlsConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may watch, by provider and by connection, and who gets secrets. */
class WatchingTest {

    private static final Authority ROOT = Authority.create("root");
    private static final Issued SERVER = ROOT.issue(Request.server(Contexts.HOST));

    @TempDir
    Path directory;

    @Test
    void aProvidersObserverSeesEveryConnection() {
        List<Role> watched = new ArrayList<>();
        List<TlsEvent> events = new ArrayList<>();
        SSLContext context = context(DovetailOptions.of(Contexts.CATALOG).observedBy(role -> {
            watched.add(role);
            return events::add;
        }));
        assertThat(pair(context).run().talks()).isTrue();
        assertThat(pair(context).run().talks()).isTrue();
        assertThat(watched).containsExactlyInAnyOrder(Role.CLIENT, Role.SERVER, Role.CLIENT, Role.SERVER);
        assertThat(events).isNotEmpty();
        assertNoSecrets(events);
    }

    @Test
    void aConnectionsObserverSeesItAlone() {
        SSLContext context = context(DovetailOptions.of(Contexts.CATALOG));
        List<TlsEvent> events = new ArrayList<>();
        EnginePair pair = pair(context);
        ((TlsConnection) pair.client.engine).observe(events::add);
        assertThat(pair.run().talks()).isTrue();
        int count = events.size();
        assertThat(count).isPositive();
        assertThat(pair(context).run().talks()).isTrue();
        assertThat(events).hasSize(count);
        assertNoSecrets(events);
        assertThatThrownBy(() -> ((TlsConnection) pair.client.engine).observe(events::add))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theKeyLogIsWrittenAndObserversStillGetNoSecrets() throws Exception {
        Path file = directory.resolve("keys.log");
        List<TlsEvent> events = new ArrayList<>();
        SSLContext context = context(DovetailOptions.of(Contexts.CATALOG)
                .observedBy(role -> events::add)
                .insecureKeyLog(file));
        assertThat(pair(context).run().talks()).isTrue();
        assertThat(Files.readAllLines(file))
                .anyMatch(line -> line.startsWith("CLIENT_TRAFFIC_SECRET_0 "))
                .anyMatch(line -> line.startsWith("SERVER_HANDSHAKE_TRAFFIC_SECRET "));
        assertNoSecrets(events);
        EnginePair older = pair(context);
        Contexts.enable(older, "TLSv1.2");
        assertThat(older.run().talks()).isTrue();
        assertThat(Files.readAllLines(file)).anyMatch(line -> line.startsWith("CLIENT_RANDOM "));
    }

    /** Who throws ends the handshake; the secret of that event is closed all the same, and written. */
    @Test
    void anObserverThatThrowsKeepsNoSecretOpen() throws Exception {
        Path file = directory.resolve("keys.log");
        SSLContext context = context(DovetailOptions.of(Contexts.CATALOG)
                .observedBy(role -> event -> {
                    if (event instanceof TlsEvent.SecretDerived) throw new IllegalStateException("an observer's");
                })
                .insecureKeyLog(file));
        EnginePair pair = pair(context);
        assertThatThrownBy(() -> {
                    pair.run();
                    throw pair.client.failure == null ? pair.server.failure : pair.client.failure;
                })
                .isNotNull();
        assertThat(Files.readAllLines(file)).anyMatch(line -> line.contains("_HANDSHAKE_TRAFFIC_SECRET "));
    }

    private static void assertNoSecrets(List<TlsEvent> events) {
        assertThat(events)
                .filteredOn(TlsEvent.SecretDerived.class::isInstance)
                .isNotEmpty()
                .allMatch(event -> ((TlsEvent.SecretDerived) event).value().isEmpty());
    }

    private static SSLContext context(DovetailOptions options) {
        return Contexts.context(new DovetailProvider(options), Contexts.keys(SERVER), Contexts.trust(ROOT));
    }

    private static EnginePair pair(SSLContext context) {
        return new EnginePair(Contexts.client(context), Contexts.server(context));
    }
}
