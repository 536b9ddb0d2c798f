package dev.dovetail.tls.jsse.socket;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;

/** Who is told that a handshake is done: on a thread of its own, as the JDK does, and on none if nobody listens. */
final class HandshakeListeners {

    private final CopyOnWriteArrayList<HandshakeCompletedListener> listeners = new CopyOnWriteArrayList<>();

    void add(HandshakeCompletedListener listener) {
        if (listener == null) throw new IllegalArgumentException("a listener is wanted, not null");
        listeners.addIfAbsent(listener);
    }

    void remove(HandshakeCompletedListener listener) {
        if (listener == null || !listeners.remove(listener)) {
            throw new IllegalArgumentException("that listener was not added");
        }
    }

    void tell(HandshakeCompletedEvent event) {
        List<HandshakeCompletedListener> all = List.copyOf(listeners);
        if (all.isEmpty()) return;
        new Thread(() -> all.forEach(one -> one.handshakeCompleted(event)), "dovetail-handshake-completed").start();
    }
}
