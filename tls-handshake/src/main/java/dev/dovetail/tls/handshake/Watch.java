package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.api.wire.FieldObserver;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The observer, if there is one: callers ask {@link #active()} before they build an event. */
final class Watch {

    private final @Nullable TlsObserver observer;

    Watch(Optional<TlsObserver> observer) {
        this.observer = observer.orElse(null);
    }

    boolean active() {
        return observer != null;
    }

    void see(TlsEvent event) {
        if (observer != null) observer.on(event);
    }

    /** Turns the codec's fields into events; null where nobody watches. {@code header} bytes stand before the body. */
    @Nullable
    FieldObserver fields(Direction direction, int header) {
        if (observer == null) return null;
        return (path, data, offset, length) -> see(new TlsEvent.Field(
                direction, path, offset - header, Arrays.copyOfRange(data, offset, offset + length)));
    }
}
