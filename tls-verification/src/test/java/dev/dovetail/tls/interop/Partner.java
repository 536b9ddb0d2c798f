package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.IOException;

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
