package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import dev.dovetail.tls.sessions.StoreEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server of a fleet, with ticket keys, a store and connections to Redis of its own, and a thread per connection. */
final class FleetMember implements AutoCloseable {

    final Heard<StoreEvent> storeEvents = new Heard<>();
    final Heard<RedisKeysEvent> keyEvents = new Heard<>();
    final RedisTicketKeys keys;
    final RedisSessionStore store;
    final ServerConfig config;
    private final TlsListener listener;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    FleetMember(RedisPlace place, FleetSetup setup, Credential credential) {
        keys = RedisTicketKeys.of(place, Fleet.kek(1), FleetSetup.LIFETIME)
                .rotation(setup.rotation())
                .propagation(setup.propagation())
                .period(setup.period())
                .listener(keyEvents)
                .build();
        store = RedisSessionStore.of(place)
                .patience(setup.patience())
                .listener(storeEvents)
                .build();
        config = FleetPeers.server(credential)
                .sessions(setup.sessions(keys, store))
                .build();
        try {
            listener = TlsListener.bind(config, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::serveAll);
    }

    /** Some of them, ready to seal tickets and to claim. */
    static List<FleetMember> several(int count, RedisServer redis, FleetSetup setup) {
        List<FleetMember> members = new ArrayList<>();
        for (int i = 0; i < count; i++) members.add(new FleetMember(redis.place(), setup, FleetPeers.credential()));
        members.forEach(FleetMember::awaitReady);
        return members;
    }

    void awaitReady() {
        Await.answer(keys.ready());
        Await.answer(store.connected());
    }

    InetSocketAddress address() {
        return listener.address();
    }

    /** Connections that ended with a fault or a broken socket, as this server sees it. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void serveAll() {
        while (true) {
            TlsStream stream;
            try {
                stream = listener.accept();
            } catch (IOException closed) {
                return;
            }
            start(() -> serve(stream));
        }
    }

    private void serve(TlsStream stream) {
        try (stream) {
            byte[] early = stream.early().input().readAllBytes();
            byte[] question = early.length > 0 ? early : stream.input().readNBytes(FleetPeers.QUESTION.length);
            if (question.length != FleetPeers.QUESTION.length) throw new IOException("no question");
            stream.output().write(FleetPeers.ANSWER);
        } catch (IOException | RuntimeException e) {
            failures.add(e.toString());
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "fleet");
        thread.setDaemon(true);
        thread.start();
    }

    /** Connections that stand end by themselves. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            keys.close();
            store.close();
        }
    }
}
