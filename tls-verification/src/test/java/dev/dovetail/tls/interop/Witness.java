package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.api.event.TlsObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Keeps what happens on one connection of ours, for tests to ask about. */
final class Witness implements TlsObserver {

    private final List<TlsEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void on(TlsEvent event) {
        events.add(event);
    }

    /** How many handshake messages of that name went that way. */
    long messages(Direction direction, String name) {
        return of(TlsEvent.Message.class)
                .filter(message ->
                        message.direction() == direction && message.name().equals(name))
                .count();
    }

    /** The alerts that went that way, by name. */
    List<String> alerts(Direction direction) {
        return of(TlsEvent.AlertSeen.class)
                .filter(alert -> alert.direction() == direction)
                .map(alert -> alert.alert().name())
                .toList();
    }

    /** The most application data that was in one record. */
    int longestPlaintext(Direction direction) {
        return of(TlsEvent.Record.class)
                .filter(one -> one.direction() == direction && one.contentType() == 23)
                .mapToInt(TlsEvent.Record::plaintextLength)
                .max()
                .orElse(0);
    }

    private <E extends TlsEvent> Stream<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
