package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.Role;

/**
 * A stack that runs in this JVM, without sockets.
 *
 * @param <E> its end of a connection
 */
abstract class MemoryPartner<E extends End> implements Partner {

    /** Its client for a trial. */
    abstract E client(Trial trial);

    /** Its server for a trial. */
    abstract E server(Trial trial);

    /** Checks what its end says about the connection. */
    abstract void agreed(Trial trial, E end);

    @Override
    public final void prove(Trial trial, Role ours) {
        Pair<E> pair = ours == Role.CLIENT
                ? new Pair<>(DovetailEnd.client(trial.client()), server(trial))
                : new Pair<>(DovetailEnd.server(trial.server()), client(trial));
        pair.handshake().talk();
        trial.agreed(ours, pair.dovetail().info());
        agreed(trial, pair.peer());
        pair.close();
    }

    @Override
    public final String toString() {
        return name();
    }
}
