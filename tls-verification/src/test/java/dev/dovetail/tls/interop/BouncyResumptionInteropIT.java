package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.tls.TlsSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions with BouncyCastle through its own interface: it has those of TLS 1.2, by session id. */
class BouncyResumptionInteropIT {

    private static final String TLS13_SUITE = "TLS_AES_128_GCM_SHA256";

    private final BouncyPartner bouncy = new BouncyPartner();
    private final MemoryStore store = new MemoryStore();
    private final ServerSessions sessions = ServerSessions.with(RotatingTicketKeys.hourly(Duration.ofHours(8)))
            .store(store)
            .build();
    private final ClientSessions cache = ClientSessions.inMemory();
    private final Map<String, TlsSession> theirs = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256",
                "TLS_RSA_WITH_AES_128_CCM_8",
                "TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256",
                "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256"
            })
    void bouncysClientResumes(String suite) {
        Trial trial = trial(suite);
        Pair<BouncyEnd> begin = pair(trial, bouncy.client(trial));
        Visit first = visit(begin);
        assertThat(first.info().resumed()).isFalse();
        assertThat(begin.peer().peer().resumed()).isFalse();
        assertThat(store.size()).isEqualTo(1);
        TlsSession session = ((BouncyClient) begin.peer().peer()).session().orElseThrow();
        begin.close();

        for (int i = 0; i < 2; i++) {
            Pair<BouncyEnd> again = pair(trial, bouncy.client(trial, session));
            visit(again).resumes(first);
            assertThat(again.peer().peer().resumed()).isTrue();
            again.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256",
                "TLS_RSA_WITH_AES_128_CCM_8",
                "TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256",
                "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256"
            })
    void bouncysServerResumes(String suite) {
        Trial trial = trial(suite);
        Pair<BouncyEnd> begin = pair(bouncy.server(trial, theirs), trial);
        Visit first = visit(begin);
        assertThat(first.info().resumed()).isFalse();
        assertThat(first.witness().messages(Direction.READ, "NewSessionTicket")).isZero();
        begin.close();

        for (int i = 0; i < 2; i++) {
            Pair<BouncyEnd> again = pair(bouncy.server(trial, theirs), trial);
            visit(again).resumes(first);
            assertThat(again.peer().peer().resumed()).isTrue();
            again.close();
        }
    }

    @Test
    void anotherServerOfBouncyMakesAFullHandshake() {
        Trial trial = trial("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        for (int i = 0; i < 2; i++) {
            Pair<BouncyEnd> pair = pair(bouncy.server(trial, new ConcurrentHashMap<>()), trial);
            visit(pair).full();
            assertThat(pair.peer().peer().resumed()).isFalse();
            pair.close();
        }
    }

    @Test
    void bouncysServerGivesNoTicketsInTls13() {
        Trial trial = trial(TLS13_SUITE);
        for (int i = 0; i < 2; i++) {
            Pair<BouncyEnd> pair = pair(bouncy.server(trial, theirs), trial);
            Visit visit = visit(pair).full();
            assertThat(visit.witness().messages(Direction.READ, "NewSessionTicket"))
                    .isZero();
            pair.close();
        }
        assertThat(cache.size()).isZero();
        assertThat(theirs).isEmpty();
    }

    @Test
    void bouncysClientHasNoUseForTicketsInTls13() {
        Trial trial = trial(TLS13_SUITE);
        Pair<BouncyEnd> pair = pair(trial, bouncy.client(trial));
        visit(pair);
        assertThat(((BouncyClient) pair.peer().peer()).session()).isEmpty();
        pair.close();
    }

    private static Visit visit(Pair<BouncyEnd> pair) {
        pair.handshake().talk(1000);
        return new Visit(pair.dovetail().info(), pair.dovetail().witness());
    }

    private Pair<BouncyEnd> pair(BouncyEnd server, Trial trial) {
        ClientConfig.Builder client = trial.client().sessions(cache).sessionParty(Pki.ROOT);
        return new Pair<>(DovetailEnd.client(client), server);
    }

    private Pair<BouncyEnd> pair(Trial trial, BouncyEnd client) {
        ServerConfig.Builder server = trial.server().sessions(sessions);
        return new Pair<>(DovetailEnd.server(server), client);
    }

    private static Trial trial(String suite) {
        return Trial.of(Dovetail.suite(suite));
    }
}
