package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.Interposer.SeenAlert;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What came of a peer's wrongdoing: the fault that the victim found, and the last alert that it sent in answer. */
record Wrongdoing(TlsFault fault, Optional<Alert> alert) {

    /** The handshake, with messages changed on their way to the victim. */
    static Wrongdoing towards(
            Role victim, ClientConfig.Builder client, ServerConfig.Builder server, MessageChange change) {
        try (Interposer between = Interposer.between(client, server, change)) {
            between.loopback().pump();
            return of(victim, between);
        }
    }

    /** A connection that stands, and what is done to it then. */
    static Wrongdoing afterHandshake(
            Role victim, ClientConfig.Builder client, ServerConfig.Builder server, Consumer<Interposer> deed) {
        try (Interposer between = Interposer.between(client, server, MessageChange.none())) {
            between.loopback().handshake();
            deed.accept(between);
            between.loopback().pump();
            return of(victim, between);
        }
    }

    /** Bytes that come before anything else. */
    static Wrongdoing atOnce(
            Role victim, ClientConfig.Builder client, ServerConfig.Builder server, Consumer<Interposer> deed) {
        try (Interposer between = Interposer.between(client, server, MessageChange.none())) {
            deed.accept(between);
            between.loopback().step(victim);
            return of(victim, between);
        }
    }

    static Wrongdoing of(Role victim, Interposer between) {
        TlsFault fault = between.loopback()
                .end(victim)
                .failure()
                .orElseThrow(() -> new AssertionError("nothing failed: " + between.loopback()));
        // RFC 8446 6.1: a cancelled handshake says user_canceled, a warning, before close_notify.
        boolean cancelled = fault.fault() == Fault.CANCELLED;
        List<SeenAlert> alerts = between.alerts(victim).stream()
                .filter(alert -> alert.level() == (cancelled ? 1 : 2))
                .toList();
        assertThat(alerts).as("alerts of " + fault.fault()).hasSizeLessThanOrEqualTo(cancelled ? 2 : 1);
        return new Wrongdoing(fault, alerts.stream().map(SeenAlert::alert).findFirst());
    }
}
