package dev.dovetail.tls.handshake;

import static dev.dovetail.tls.api.Role.CLIENT;
import static dev.dovetail.tls.api.Role.SERVER;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.ServerScope;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.testkit.Loopback;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What can be wrong with sessions that are resumed, and with early data. */
final class SessionProvocations {

    // legacy_version, random, and a session id of 32 bytes stand before the suite (RFC 5246 7.4.1.3).
    private static final int SUITE_OF_SERVER_HELLO = 2 + 32 + 1 + 32;

    private SessionProvocations() {}

    static Map<Fault, Provocation> all() {
        Map<Fault, Provocation> all = new EnumMap<>(Fault.class);
        all.put(
                Fault.EXTENDED_MASTER_SECRET_CHANGED,
                () -> resumed(HelloEdit.edit(hello -> hello.drop(HelloEdit.EXTENDED_MASTER_SECRET))));
        all.put(Fault.SESSION_CHANGED, () -> resumed(SessionProvocations::otherSuite));
        all.put(Fault.EARLY_DATA_BAD, SessionProvocations::downgraded);
        all.put(Fault.EARLY_DATA_TOO_LONG, SessionProvocations::tooLong);
        return all;
    }

    /** A client of TLS 1.2 resumes, and its server's hello is changed on the way. */
    private static Wrongdoing resumed(UnaryOperator<byte[]> hello) {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_2)) {
            again.visit();
            return Wrongdoing.towards(
                    CLIENT, again.clientConfig(), again.serverConfig(), MessageChange.of(SERVER, 2, hello));
        }
    }

    private static byte[] otherSuite(byte[] hello) {
        int place = 4 + SUITE_OF_SERVER_HELLO;
        int now = (hello[place] & 0xff) << 8 | hello[place + 1] & 0xff;
        int other = TestBed.only(ProtocolVersion.TLS_1_2).selection().suites().stream()
                .mapToInt(suite -> suite.code())
                .filter(code -> code != now)
                .findFirst()
                .orElseThrow();
        byte[] changed = hello.clone();
        changed[place] = (byte) (other >>> 8);
        changed[place + 1] = (byte) other;
        return changed;
    }

    /** The server gave a ticket for early data, and knows TLS 1.2 only when its client comes again (RFC 8446 D.3). */
    private static Wrongdoing downgraded() {
        try (Reconnection again = new Reconnection(TestBed.PAIR).early(EarlyDataUse.REPORT, 1000)) {
            again.visit();
            ServerConfig.Builder old = TestBed.only(ProtocolVersion.TLS_1_2).server();
            try (Loopback second = Loopback.between(again.clientConfig(), old)) {
                return seen(CLIENT, second.pump());
            }
        }
    }

    /** A client believes that its ticket allows more. */
    private static Wrongdoing tooLong() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3).early(EarlyDataUse.REPORT, 1000)) {
            again.visit();
            ServerScope server = again.clientConfig().build().sessionScope().orElseThrow();
            HeldSession held = again.cache.offer(server, one -> true).orElseThrow();
            again.cache.clear();
            again.cache.keep(server, new HeldSession(allowing(held.session(), 5000), held.ticket(), false));
            try (Loopback second = again.begin()) {
                second.client().writeEarly(new byte[1001]);
                return seen(SERVER, second.pump());
            }
        }
    }

    /** Early data has keys that an interposer does not know, so the victim is asked itself. */
    private static Wrongdoing seen(Role victim, Loopback loopback) {
        TlsFault fault = loopback.end(victim).failure().orElseThrow(() -> new AssertionError(loopback.toString()));
        return new Wrongdoing(fault, alert(victim, loopback));
    }

    private static Optional<Alert> alert(Role victim, Loopback loopback) {
        return loopback.end(victim).events(TlsEvent.AlertSeen.class).stream()
                .filter(seen -> seen.direction() == Direction.WRITE)
                .map(TlsEvent.AlertSeen::alert)
                .findFirst();
    }

    private static Session allowing(Session one, long most) {
        return new Session(
                one.name(),
                one.version(),
                one.suite(),
                one.secret(),
                one.established(),
                one.issued(),
                one.lifetime(),
                one.ageAdd(),
                most,
                one.recordLimit(),
                one.serverName(),
                one.applicationProtocol(),
                one.peer(),
                one.encryptThenMac(),
                one.scope());
    }
}
