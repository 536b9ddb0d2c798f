package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes the connection of a route over TCP on this machine and carries the file through it. What fails is an outcome,
 * never an exception; what takes too long is cut off.
 *
 * @param own our end
 * @param threads runs the peer
 * @param clock cuts off
 * @param limit for one route
 */
record Trial(DovetailEnd own, ExecutorService threads, ScheduledExecutorService clock, Duration limit) {

    Outcome run(Route route, Payload payload) {
        Attempt attempt = new Attempt(route, payload);
        try (Loopback sockets = Loopback.of(route.role())) {
            AtomicBoolean late = new AtomicBoolean();
            Future<?> alarm = clock.schedule(
                    () -> {
                        late.set(true);
                        sockets.close();
                    },
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                Optional<String> failure = attempt.over(sockets);
                return attempt.outcome(
                        late.get() ? Optional.of("took longer than " + limit.toSeconds() + " s") : failure);
            } finally {
                alarm.cancel(false);
            }
        } catch (IOException | RuntimeException e) {
            return attempt.outcome(Optional.of(Failures.text(e)));
        }
    }

    /** What is known so far of one route. */
    private final class Attempt {

        private final Route route;
        private final Payload payload;
        private Optional<ConnectionInfo> info = Optional.empty();
        private Optional<Courier.Times> times = Optional.empty();
        private long handshakeNanos;

        Attempt(Route route, Payload payload) {
            this.route = route;
            this.payload = payload;
        }

        /** Answers what went wrong, if something did. */
        Optional<String> over(Loopback sockets) throws IOException {
            DovetailEnd.Opener opener = own.prepare(route, route.role());
            Peer.Connector connector = route.peer().prepare(route);
            Future<?> peer = threads.submit(() -> {
                echo(connector, sockets.peer());
                return null;
            });
            Optional<String> ours = Optional.empty();
            try (TlsStream stream = opener.open(sockets.own())) {
                handshake(stream);
                times = Optional.of(Courier.carry(payload, stream.input(), stream.output()));
            } catch (IOException | RuntimeException e) {
                ours = Optional.of(Failures.text(e));
            }
            Optional<String> theirs = await(peer, sockets).map(text -> "the peer says: " + text);
            return ours.isPresent() && theirs.isPresent()
                    ? Optional.of(ours.get() + "; " + theirs.get())
                    : ours.or(() -> theirs);
        }

        private void handshake(TlsStream stream) throws IOException {
            long start = System.nanoTime();
            stream.handshake();
            handshakeNanos = System.nanoTime() - start;
            info = Optional.of(stream.info());
            refuseOther(stream.info());
        }

        private void echo(Peer.Connector connector, Socket socket) throws IOException {
            try (Line line = connector.open(socket)) {
                Courier.echo(payload.bytes().length, line.input(), line.output());
            } finally {
                socket.close();
            }
        }

        /** The route says what has to be agreed on; anything else would be another row. */
        private void refuseOther(ConnectionInfo agreed) throws IOException {
            if (!agreed.suite().equals(route.suite())) throw new IOException("agreed on " + agreed.suite());
            if (!agreed.version().equals(route.version())) throw new IOException("agreed on " + agreed.version());
            String group = agreed.group().map(NamedGroup::name).orElse("-");
            if (!group.equals(route.groupName())) throw new IOException("agreed on the group " + group);
            boolean clientProved = !(route.role() == Role.CLIENT ? agreed.ownChain() : agreed.peerChain()).isEmpty();
            if (route.clientCertificate() && !clientProved) throw new IOException("the client sent no certificate");
        }

        /** What the peer says went wrong; when we are through, it has nothing to wait for but our end. */
        private Optional<String> await(Future<?> peer, Loopback sockets) {
            try {
                peer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
                return Optional.empty();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                return Optional.of(Failures.text(cause == null ? e : cause));
            } catch (TimeoutException | CancellationException e) {
                sockets.close();
                return Optional.of("nothing for " + limit.toSeconds() + " s");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                sockets.close();
                return Optional.of("interrupted");
            }
        }

        Outcome outcome(Optional<String> failure) {
            return new Outcome(route, info, handshakeNanos, times, failure);
        }
    }
}
