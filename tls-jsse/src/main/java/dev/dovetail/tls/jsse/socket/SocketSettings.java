package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.jsse.setup.ConnectionParameters;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The parameters of a socket and the lock that guards them. Not the socket's monitor: programs hold that one around
 * their reads. It is never held around I/O.
 */
final class SocketSettings {

    final ReentrantLock lock = new ReentrantLock();
    final ConnectionParameters parameters;

    SocketSettings(ConnectionParameters parameters) {
        this.parameters = parameters;
    }

    <T> T ask(Function<ConnectionParameters, T> question) {
        lock.lock();
        try {
            return question.apply(parameters);
        } finally {
            lock.unlock();
        }
    }

    void tell(Consumer<ConnectionParameters> choice) {
        lock.lock();
        try {
            choice.accept(parameters);
        } finally {
            lock.unlock();
        }
    }

    String[] suites() {
        return ask(all -> all.suites().toArray(String[]::new));
    }

    String[] protocols() {
        return ask(all -> all.protocols().toArray(String[]::new));
    }

    boolean asksClients(ClientAuthentication how) {
        return ask(all -> all.clientAuthentication() == how);
    }

    /** The JDK's two setters share one choice: switching either off switches off what the other one wants. */
    void askClients(boolean asked, ClientAuthentication how) {
        tell(all -> all.clientAuthentication(asked ? how : ClientAuthentication.NONE));
    }
}
