package dev.dovetail.tls.handshake.tls13;

import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;

/** A state of a TLS 1.3 handshake. */
public interface State13 extends State {

    /** RFC 8446 5: dropped without a word until the peer's Finished; the record layer bounds how many may come. */
    @Override
    default State onChangeCipherSpec(Effects effects) {
        return this;
    }

    @Override
    default boolean alertLevelCounts() {
        return false;
    }
}
