package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.PaddingExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskNegotiation;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import java.util.Optional;

/**
 * Keeps a ClientHello out of the lengths that make some old load balancers take it for an SSL 2.0 record and wait for ever:
 * 256 to 511 bytes with the header (RFC 7685 4).
 */
final class HelloPadding {

    private static final int FIRST_BAD = 256;
    private static final int FIRST_GOOD = 512;
    private static final int EXTENSION_HEADER = 4;

    private HelloPadding() {}

    /** The same hello with as much padding as it needs, whatever it had before. */
    static ClientHello padded(ClientHello hello) {
        ExtensionBlock bare = hello.extensions().copy().without(PaddingExtension.INSTANCE);
        int length = length(hello.with(bare));
        if (length < FIRST_BAD || length >= FIRST_GOOD) return hello.with(bare);
        // Other servers choke on an extension at the end that is empty: one zero at least.
        int zeros = Math.max(1, FIRST_GOOD - length - EXTENSION_HEADER);
        // RFC 8446 4.2.11: pre_shared_key stays the last.
        Optional<PskNegotiation> keys = bare.find(PreSharedKeyExtension.INSTANCE);
        bare.without(PreSharedKeyExtension.INSTANCE).with(PaddingExtension.INSTANCE, zeros);
        keys.ifPresent(value -> bare.with(PreSharedKeyExtension.INSTANCE, value));
        return hello.with(bare);
    }

    private static int length(ClientHello hello) {
        WireWriter out = WireWriter.of("ClientHello");
        hello.write(out);
        return HandshakeMessage.HEADER + out.size();
    }
}
