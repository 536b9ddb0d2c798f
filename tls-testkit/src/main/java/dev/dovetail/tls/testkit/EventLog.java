package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsObserver;
import java.util.ArrayList;
import java.util.List;

/** Keeps every event of a connection. For one thread, as an engine is. */
public final class EventLog implements TlsObserver {

    private final List<TlsEvent> events = new ArrayList<>();

    /** A log with nothing in it. */
    public EventLog() {}

    @Override
    public void on(TlsEvent event) {
        events.add(event);
    }

    /**
     * What was seen.
     *
     * @return those so far, in order; unmodifiable
     */
    public List<TlsEvent> events() {
        return List.copyOf(events);
    }
}
