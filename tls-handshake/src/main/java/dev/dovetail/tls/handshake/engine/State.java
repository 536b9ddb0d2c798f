package dev.dovetail.tls.handshake.engine;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.message.HandshakeMessage;

/**
 * A point in a handshake. Its fields are exactly what is valid there; what comes next is the state that {@link #on}
 * returns. There is no default: a message that is not due is refused by name.
 */
public interface State extends AutoCloseable {

    /**
     * A whole handshake message came.
     *
     * @param message the message
     * @param effects what the state may do
     * @return the next state
     */
    State on(HandshakeMessage message, Effects effects);

    /**
     * A ChangeCipherSpec came, well formed and between messages.
     *
     * @param effects what the state may do
     * @return the next state
     */
    default State onChangeCipherSpec(Effects effects) {
        throw Fault.CHANGE_CIPHER_SPEC_UNEXPECTED.because("in state %s", name());
    }

    /**
     * Begins what this state does by itself, before any message.
     *
     * @param effects what the state may do
     * @return the next state
     */
    default State begin(Effects effects) {
        return this;
    }

    /**
     * Whether application data may flow, both ways.
     *
     * @return false during a handshake
     */
    default boolean connected() {
        return false;
    }

    /**
     * Whether the level of an alert decides about its severity: not in TLS 1.3 (RFC 8446 6).
     *
     * @return true before the version is known and in TLS 1.2
     */
    default boolean alertLevelCounts() {
        return true;
    }

    /**
     * Whether own keys can be changed now.
     *
     * @return true when a TLS 1.3 connection stands
     */
    default boolean updatesKeys() {
        return false;
    }

    /**
     * Changes our keys (RFC 8446 4.6.3).
     *
     * @param request whether the peer is to change its keys too
     * @param effects what the state may do
     * @return the next state
     */
    default State updateKeys(boolean request, Effects effects) {
        throw new IllegalStateException("keys can be updated on a standing TLS 1.3 connection only, not in " + name());
    }

    /**
     * The state's name, for events and errors.
     *
     * @return the class's simple name
     */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Makes the error for a message that is not due.
     *
     * @param message what came
     * @param wanted what was due, for a person
     * @return to be thrown
     */
    default RuntimeException unexpected(HandshakeMessage message, String wanted) {
        return Fault.MESSAGE_UNEXPECTED.because(
                "%s came in state %s, which waits for %s", message.name(), name(), wanted);
    }

    /** Forgets every secret that the state holds. */
    @Override
    void close();
}
