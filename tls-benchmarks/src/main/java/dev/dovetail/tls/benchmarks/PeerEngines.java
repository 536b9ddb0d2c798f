package dev.dovetail.tls.benchmarks;

import javax.net.ssl.SSLEngine;

/** Makes the engines of one stack for one setting. For one thread at a time. */
public interface PeerEngines {

    /**
     * A client's engine that verifies the chain and the name {@link ServerIdentity#HOST}.
     *
     * @param port of the server: stacks remember sessions by host and port
     * @return new, in client mode
     */
    SSLEngine client(int port);

    /**
     * An engine of the next server: after the last comes the first.
     *
     * @return new, in server mode
     */
    SSLEngine server();

    /**
     * How often a client has verified a chain: resumed handshakes verify none.
     *
     * @return since the engines were made for the setting
     */
    long verifications();

    /**
     * Whether a server's tickets wait for its next record, so that it has to wrap something before they leave.
     *
     * @return false unless the stack is known for it
     */
    default boolean ticketsWait() {
        return false;
    }

    /**
     * Gives back what the collector does not.
     *
     * @param engine of this stack; it is not used any more
     */
    default void release(SSLEngine engine) {}
}
