package dev.dovetail.tls.api.event;

/** Sees what happens on a connection, in order, on the thread that drives it. It must return soon and throw nothing. */
@FunctionalInterface
public interface TlsObserver {

    /**
     * Something happened.
     *
     * @param event what; arrays in it belong to the observer
     */
    void on(TlsEvent event);
}
