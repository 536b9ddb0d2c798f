package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ClientHello (RFC 8446 4.1.2, RFC 5246 7.4.1.2).
 *
 * @param legacyVersion two bytes
 * @param random 32 bytes
 * @param sessionId 0 to 32 bytes
 * @param suites numbers, best first
 * @param compression legacy_compression_methods, null among them
 * @param extensions all of them
 */
public record ClientHello(
        int legacyVersion,
        byte[] random,
        byte[] sessionId,
        List<Integer> suites,
        byte[] compression,
        ExtensionBlock extensions) {

    /** RFC 5746 3.3: stands among the suites for an empty renegotiation_info. */
    public static final int EMPTY_RENEGOTIATION_INFO_SCSV = 0x00ff;

    /** RFC 7507 2: says that the client tried a newer version before. */
    public static final int FALLBACK_SCSV = 0x5600;

    /**
     * Reads it.
     *
     * @param message the message
     * @param codecs which extensions are known
     * @return the hello
     */
    public static ClientHello read(HandshakeMessage message, Codecs codecs) {
        WireReader in = message.body();
        int version = in.u16("legacy_version");
        byte[] random = in.bytes("random", 32);
        byte[] sessionId = in.block("legacy_session_id", 1, 0, 32);
        WireReader list = in.nested("cipher_suites", 2, 2, 0xfffe);
        List<Integer> suites = new ArrayList<>();
        while (list.hasMore()) suites.add(list.u16("cipher_suite"));
        byte[] compression = in.block("legacy_compression_methods", 1, 1, 255);
        ExtensionBlock extensions = ExtensionBlock.readOptional(in, Site.CLIENT_HELLO, codecs);
        in.done();
        requireNullCompression(compression, in);
        return new ClientHello(version, random, sessionId, List.copyOf(suites), compression, extensions);
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.u16("legacy_version", legacyVersion);
        out.bytes("random", random);
        out.block("legacy_session_id", 1, sessionId);
        try (WireWriter.Block list = out.open("cipher_suites", 2)) {
            for (int suite : suites) out.u16("cipher_suite", suite);
        }
        out.block("legacy_compression_methods", 1, compression);
        // RFC 8446 4.1.2: before TLS 1.3 a hello may end here.
        if (!extensions.isEmpty()) extensions.write(Site.CLIENT_HELLO, out);
    }

    /**
     * The same hello with other extensions.
     *
     * @param others all of them
     * @return the second ClientHello
     */
    public ClientHello with(ExtensionBlock others) {
        return new ClientHello(legacyVersion, random, sessionId, suites, compression, others);
    }

    /**
     * The value of an extension.
     *
     * @param codec which
     * @param <V> its type
     * @return empty if it is not there
     */
    public <V> Optional<V> find(ExtensionCodec<V> codec) {
        return extensions.find(codec);
    }

    private static void requireNullCompression(byte[] methods, WireReader in) {
        for (byte method : methods) if (method == 0) return;
        throw in.fault(Fault.COMPRESSION_BAD, "the null method is not offered");
    }
}
