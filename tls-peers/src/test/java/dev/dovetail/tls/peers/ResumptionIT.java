package dev.dovetail.tls.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import dev.dovetail.tls.peers.Acquaintance.Meeting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who meets Dovetail again goes on with the session, as far as it can: both sides have to see it so. */
class ResumptionIT {

    static Stream<Arguments> resuming() {
        return Pairing.all().stream()
                .filter(Limits::resumes)
                .flatMap(pairing -> Stream.of(true, false).map(known -> Arguments.of(pairing, known)));
    }

    static Stream<Pairing> notResuming() {
        return Pairing.all().stream().filter(pairing -> !Limits.resumes(pairing));
    }

    static Stream<Pairing> resumingOnes() {
        return Pairing.all().stream().filter(Limits::resumes);
    }

    @ParameterizedTest
    @MethodSource("resuming")
    void theNextConnectionsGoOnWithTheSession(Pairing pairing, boolean clientCertificate) throws IOException {
        try (Acquaintance two = new Acquaintance(pairing, setting(pairing, clientCertificate))) {
            Meeting first = two.meet();
            assertFull(first, clientCertificate);
            for (int times = 0; times < 2; times++) {
                Meeting next = two.meet();
                assertResumed(first, next);
                if (clientCertificate) assertKnown(first, next);
            }
        }
    }

    /** BouncyCastle's takes no tickets, and has no way to resume TLS 1.3; a Dovetail server remembers nothing by itself. */
    @ParameterizedTest
    @MethodSource("notResuming")
    void whoCanNotGoOnBeginsAnew(Pairing pairing) throws IOException {
        assertThat(List.of(pairing.client(), pairing.server())).contains(Contender.BOUNCY_CASTLE);
        try (Acquaintance two = new Acquaintance(pairing, setting(pairing, true))) {
            for (int times = 0; times < 3; times++) assertFull(two.meet(), true);
        }
    }

    @ParameterizedTest
    @MethodSource("resumingOnes")
    void whatOursInvalidatesDoesNotGoOn(Pairing pairing) throws IOException {
        try (Acquaintance two = new Acquaintance(pairing, setting(pairing, true))) {
            for (Side side : Side.values()) {
                two.meet();
                if (pairing.of(side) != Contender.DOVETAIL) continue;
                two.meet().sessions().get(side).invalidate();
                assertFull(two.meet(), true);
            }
        }
    }

    static Stream<Pairing> byIds() {
        return Pairing.all().stream()
                .filter(pairing -> pairing.client() == Contender.BOUNCY_CASTLE && !pairing.tls13());
    }

    /** RFC 5246 7.3: by the number of the session alone, which the server finds in its store. */
    @ParameterizedTest
    @MethodSource("byIds")
    void whoTakesNoTicketsGoesOnByTheServersStore(Pairing pairing) throws IOException {
        try (RotatingTicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(1));
                MemoryStore store = new MemoryStore()) {
            DovetailOptions options = DovetailOptions.of(Catalog.discover())
                    .sessions(ServerSessions.with(keys).store(store).build());
            Contexts servers = new Contexts(new DovetailProvider(options));
            try (Acquaintance two = new Acquaintance(pairing, setting(pairing, true), servers)) {
                Meeting first = two.meet();
                assertFull(first, true);
                Meeting next = two.meet();
                assertResumed(first, next);
                assertKnown(first, next);
                next.sessions().get(Side.SERVER).invalidate();
                assertFull(two.meet(), true);
            }
        }
    }

    private static Setting setting(Pairing pairing, boolean clientCertificate) {
        return clientCertificate
                ? pairing.setting().withClientCertificate().server(parameters -> parameters.setNeedClientAuth(true))
                : pairing.setting();
    }

    private static void assertFull(Meeting meeting, boolean clientCertificate) {
        assertThat(meeting.resumed().values()).isSubsetOf(Optional.of(false), Optional.empty());
        assertThat(meeting.judged())
                .containsEntry(Side.CLIENT, 1)
                .containsEntry(Side.SERVER, clientCertificate ? 1 : 0);
    }

    /** Nobody is judged again, and to both sides it is the session of then. */
    private static void assertResumed(Meeting first, Meeting next) {
        assertThat(next.resumed().values()).isSubsetOf(Optional.of(true), Optional.empty());
        assertThat(next.judged()).containsEntry(Side.CLIENT, 0).containsEntry(Side.SERVER, 0);
        for (Side side : Side.values()) {
            SSLSession then = first.sessions().get(side);
            SSLSession now = next.sessions().get(side);
            if (next.resumed().get(side).isPresent()) {
                // Some of the others count in seconds, from the connection.
                assertThat(now.getCreationTime()).isEqualTo(then.getCreationTime());
                assertThat(now.getId()).isEqualTo(then.getId());
            }
            assertThat(now.getCipherSuite()).isEqualTo(then.getCipherSuite());
        }
    }

    private static void assertKnown(Meeting first, Meeting next) throws IOException {
        for (Side side : Side.values()) {
            SSLSession then = first.sessions().get(side);
            SSLSession now = next.sessions().get(side);
            assertThat(now.getPeerPrincipal()).isEqualTo(then.getPeerPrincipal());
            assertThat(now.getPeerCertificates()).isEqualTo(then.getPeerCertificates());
        }
    }
}
