package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.psk.PskMode;
import java.io.IOException;
import java.util.Optional;

/** A stack that the matrix runs us against. Safe for several threads. */
interface Partner extends AutoCloseable {

    /** What people call it. */
    String name();

    /** The version that is here. */
    String version();

    /** Fails or skips the test if the stack is not here: see {@link Program#require}. */
    default void require() {}

    /** Whether it says that it has the suite. */
    boolean has(CipherSuite suite);

    /** Whether it has the group in that version. */
    boolean has(NamedGroup group, ProtocolVersion version);

    /** Whether it signs and verifies handshakes with the scheme in that version. */
    boolean has(SignatureScheme scheme, ProtocolVersion version);

    /** Whether it uses external pre-shared keys of TLS 1.3 in that way. */
    default boolean has(PskMode mode) {
        return false;
    }

    /**
     * What keeps it from taking part in one role, though it has the thing: a fault of its own, that it has with everybody.
     *
     * @param trial what is tried
     * @param ours our role
     * @return a sentence for the page, or empty
     */
    default Optional<String> obstacle(Trial trial, Role ours) {
        return Optional.empty();
    }

    /**
     * Connects us, sends data both ways, ends both sides in good order, and asks both for what they agreed on.
     *
     * @param trial what to agree on
     * @param ours whether we are the client or the server
     * @throws AssertionError if anything of it goes wrong
     */
    void prove(Trial trial, Role ours) throws IOException;

    /** Ends programs that were started for several trials. */
    @Override
    default void close() {}
}
