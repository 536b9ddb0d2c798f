package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.SupportedVersionsExtension;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * ServerHello of both versions, and HelloRetryRequest, which is one with a certain random (RFC 8446 4.1.3 and 4.1.4).
 *
 * @param site what it is: {@link Site#SERVER_HELLO_12}, {@link Site#SERVER_HELLO_13} or {@link Site#HELLO_RETRY_REQUEST}
 * @param legacyVersion two bytes
 * @param random 32 bytes
 * @param sessionId 0 to 32 bytes
 * @param suite the chosen one
 * @param extensions all of them
 */
public record ServerHello(
        Site site, int legacyVersion, byte[] random, byte[] sessionId, int suite, ExtensionBlock extensions) {

    private static final byte[] RETRY_RANDOM =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    /**
     * The random that makes a ServerHello a HelloRetryRequest.
     *
     * @return a copy, 32 bytes
     */
    public static byte[] retryRandom() {
        return RETRY_RANDOM.clone();
    }

    /**
     * Reads it. Which of the three it is shows in its random and in whether it has supported_versions.
     *
     * @param message the message
     * @param codecs which extensions are known
     * @return the hello
     */
    public static ServerHello read(HandshakeMessage message, Codecs codecs) {
        Site site = site(message.silentBody());
        WireReader in = message.body();
        int version = in.u16("legacy_version");
        byte[] random = in.bytes("random", 32);
        byte[] sessionId = in.block("legacy_session_id_echo", 1, 0, 32);
        int suite = in.u16("cipher_suite");
        int compression = in.u8("legacy_compression_method");
        ExtensionBlock extensions = ExtensionBlock.readOptional(in, site, codecs);
        in.done();
        if (compression != 0) throw in.fault(Fault.COMPRESSION_BAD, "method %d was not offered", compression);
        return new ServerHello(site, version, random, sessionId, suite, extensions);
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.u16("legacy_version", legacyVersion);
        out.bytes("random", random);
        out.block("legacy_session_id_echo", 1, sessionId);
        out.u16("cipher_suite", suite);
        out.u8("legacy_compression_method", 0);
        if (site != Site.SERVER_HELLO_12 || !extensions.isEmpty()) extensions.write(site, out);
    }

    /**
     * The version that the server chose.
     *
     * @return two bytes
     */
    public int version() {
        return extensions
                .find(SupportedVersionsExtension.INSTANCE)
                .map(chosen -> chosen.get(0))
                .orElse(legacyVersion);
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

    private static Site site(WireReader in) {
        in.u16("legacy_version");
        boolean retry = Arrays.equals(in.bytes("random", 32), RETRY_RANDOM);
        in.block("legacy_session_id_echo", 1, 0, 32);
        in.u16("cipher_suite");
        in.u8("legacy_compression_method");
        if (retry) return Site.HELLO_RETRY_REQUEST;
        if (!in.hasMore()) return Site.SERVER_HELLO_12;
        WireReader list = in.nested("extensions", 2, 0, 0xffff);
        while (list.hasMore()) {
            int code = list.u16("extension_type");
            list.block("extension_data", 2, 0, 0xffff);
            if (code == SupportedVersionsExtension.INSTANCE.code()) return Site.SERVER_HELLO_13;
        }
        return Site.SERVER_HELLO_12;
    }

    /**
     * A ServerHello of TLS 1.2.
     *
     * @param random 32 bytes
     * @param sessionId 0 to 32 bytes
     * @param suite the chosen one
     * @param extensions the answers
     * @return the hello
     */
    public static ServerHello tls12(byte[] random, byte[] sessionId, int suite, ExtensionBlock extensions) {
        return new ServerHello(Site.SERVER_HELLO_12, 0x0303, random, sessionId, suite, extensions);
    }
}
