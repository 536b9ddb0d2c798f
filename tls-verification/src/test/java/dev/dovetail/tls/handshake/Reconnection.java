package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A client that comes again and again to the same server: both keep their sessions. */
final class Reconnection implements AutoCloseable {

    final TestClock clock = new TestClock();
    final ClientSessions cache = ClientSessions.inMemory().clock(clock);
    final RotatingTicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(8));
    final TestStore store = new TestStore();
    private final Pairing pairing;
    private ServerSessions sessions = ServerSessions.with(keys).clock(clock).build();
    private UnaryOperator<ClientConfig.Builder> client = UnaryOperator.identity();
    private UnaryOperator<ServerConfig.Builder> server = UnaryOperator.identity();

    Reconnection(ProtocolVersion version) {
        this(TestBed.only(version));
    }

    Reconnection(Pairing pairing) {
        this.pairing = pairing;
    }

    /** How the server lets clients resume from now on. */
    Reconnection sessions(UnaryOperator<ServerSessions.Builder> how) {
        sessions = how.apply(ServerSessions.with(keys).clock(clock)).build();
        return this;
    }

    /** Early data is sent, and taken. */
    Reconnection early(EarlyDataUse use, int most) {
        sessions(how -> how.store(store).earlyData(most));
        return client(one -> one.earlyData(use));
    }

    /** What else the client does from now on. */
    Reconnection client(UnaryOperator<ClientConfig.Builder> change) {
        client = change;
        return this;
    }

    /** What else the server does from now on. */
    Reconnection server(UnaryOperator<ServerConfig.Builder> change) {
        server = change;
        return this;
    }

    ServerSessions serverSessions() {
        return sessions;
    }

    ClientConfig.Builder clientConfig() {
        return client.apply(pairing.client().sessions(cache).sessionParty("one party"));
    }

    ServerConfig.Builder serverConfig() {
        return server.apply(pairing.server().sessions(sessions));
    }

    /** Before the first byte. */
    Loopback begin() {
        return Loopback.between(clientConfig(), serverConfig());
    }

    /** A whole connection, with data both ways; closed by the caller. */
    Loopback connect() {
        Loopback loopback = begin().handshake();
        check(loopback, Role.CLIENT);
        check(loopback, Role.SERVER);
        return loopback;
    }

    /** A whole connection, over. */
    ConnectionInfo visit() {
        try (Loopback loopback = connect()) {
            ConnectionInfo mine = loopback.client().engine().info().orElseThrow();
            ConnectionInfo theirs = loopback.server().engine().info().orElseThrow();
            if (mine.resumed() != theirs.resumed()) throw new AssertionError("one end resumed: " + loopback);
            loopback.closeBothWays();
            return mine;
        }
    }

    @Override
    public void close() {
        cache.close();
        keys.close();
    }

    private static void check(Loopback loopback, Role from) {
        byte[] data = {1, 2, 3, (byte) from.ordinal()};
        if (!Arrays.equals(loopback.exchange(from, data), data)) throw new AssertionError("data was lost");
    }
}
