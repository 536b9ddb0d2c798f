package dev.dovetail.tls.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A row is ok only if everything went right: whatever a peer does wrong is told, and nothing hangs. */
class TrialTest {

    private static final Catalog CATALOG = Catalog.discover();
    private static final Identities IDENTITIES = new Identities();
    private static final DovetailEnd OWN = new DovetailEnd(CATALOG, IDENTITIES);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor();
    private static final Duration LONG = Duration.ofMinutes(2);

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        CLOCK.shutdownNow();
    }

    @Test
    void passesWithAnHonestPeer() {
        for (Route route : routes(new DovetailPeer(OWN))) {
            Outcome outcome = trial(LONG).run(route, payload());

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.info()).isPresent();
            assertThat(outcome.times()).isPresent();
        }
    }

    @Test
    void failsIfWeReceiveSomethingElse() {
        assertThat(failures(Saboteur.SENDS_SOMETHING_ELSE, LONG))
                .allMatch(text -> text.startsWith("we received something else"));
    }

    @Test
    void failsIfThePeerReceivesSomethingElse() {
        assertThat(failures(Saboteur.RECEIVES_SOMETHING_ELSE, LONG))
                .allMatch(text -> text.startsWith("the peer received something else"));
    }

    @Test
    void failsIfThePeerEndsWithoutCloseNotify() {
        assertThat(failures(Saboteur.CUTS_OFF, LONG)).allMatch(text -> text.contains("TRUNCATED"));
    }

    @Test
    void failsIfThePeerLeavesEarly() {
        assertThat(failures(Saboteur.LEAVES, LONG)).isNotEmpty();
    }

    @Test
    void cutsOffAPeerThatStaysSilent() {
        assertThat(failures(Saboteur.STAYS_SILENT, Duration.ofSeconds(1)))
                .allMatch(text -> text.equals("took longer than 1 s"));
    }

    /** What went wrong on each route; none may pass. */
    private static List<String> failures(Saboteur.Misdeed misdeed, Duration limit) {
        List<Route> routes = routes(new Saboteur(new DovetailPeer(OWN), misdeed));
        assertThat(routes).hasSize(2);
        return routes.stream()
                .map(route -> trial(limit).run(route, payload()).failure().orElseThrow())
                .toList();
    }

    private static Trial trial(Duration limit) {
        return new Trial(OWN, THREADS, CLOCK, limit);
    }

    /** One suite with one group, in both roles. */
    private static List<Route> routes(Peer peer) {
        return new Plan(CATALOG, IDENTITIES, List.of(peer), false)
                .routes(suite -> suite.toString().equals("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")).stream()
                        .limit(Role.values().length)
                        .toList();
    }

    private static Payload payload() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        return new Payload("random", bytes, Digest.of(bytes));
    }
}
