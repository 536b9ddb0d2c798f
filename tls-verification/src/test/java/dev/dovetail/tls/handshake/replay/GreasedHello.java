package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.OpaqueExtension;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A client whose ClientHello goes out with GREASE in all its lists (RFC 8701 3). The client itself does not know of it, so
 * an answer to any of it would be refused.
 *
 * @param grease a reserved value of two bytes
 */
record GreasedHello(int grease) implements Script {

    private static final int SUPPORTED_GROUPS = 10;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int APPLICATION_PROTOCOLS = 16;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int PSK_KEY_EXCHANGE_MODES = 45;
    private static final int KEY_SHARE = 51;

    /** RFC 8701 2: 0x0a0a, 0x1a1a, to 0xfafa. */
    static int value(int number) {
        return number << 12 | 0x0a00 | number << 4 | 0x0a;
    }

    @Override
    public byte[] body(int type, byte[] own) {
        if (type != HandshakeType.CLIENT_HELLO) return own;
        WireWriter out = WireWriter.of("ClientHello");
        greased(HandshakeMessage.withHeader(type, own)).write(out);
        return out.toBytes();
    }

    private ClientHello greased(byte[] message) {
        ClientHello hello = ClientHello.read(new HandshakeMessage(message, null), Cast.CODECS);
        List<Integer> suites = new ArrayList<>(hello.suites());
        suites.add(0, grease);
        // RFC 8701 3.1: one empty extension and one with a byte, of different numbers.
        ExtensionBlock block = with(new ExtensionBlock(), grease, new byte[0]);
        for (int code : hello.extensions().order()) {
            with(block, code, greased(code, hello.extensions().data(code).orElseThrow()));
        }
        if (hello.extensions().codes().contains(KEY_SHARE)) {
            // RFC 8701 2: the modes of pre-shared keys have values of one byte.
            with(block, PSK_KEY_EXCHANGE_MODES, new byte[] {2, 0x0b, 1});
        }
        with(block, grease ^ 0x1010, new byte[1]);
        return new ClientHello(
                hello.legacyVersion(),
                hello.random(),
                hello.sessionId(),
                List.copyOf(suites),
                hello.compression(),
                block);
    }

    private byte[] greased(int extension, byte[] data) {
        WireReader in = WireReader.of(data, "extension");
        return switch (extension) {
            case SUPPORTED_GROUPS, SIGNATURE_ALGORITHMS -> prepended(in, 2, out -> out.u16("GREASE", grease));
            case SUPPORTED_VERSIONS -> prepended(in, 1, out -> out.u16("GREASE", grease));
            case APPLICATION_PROTOCOLS ->
                prepended(in, 2, out -> out.block("GREASE", 1, new byte[] {(byte) (grease >> 8), (byte) grease}));
            case KEY_SHARE -> prepended(in, 2, out -> out.u16("GREASE", grease).block("GREASE", 2, new byte[1]));
            default -> data;
        };
    }

    private static byte[] prepended(WireReader in, int lengthBytes, Consumer<WireWriter> first) {
        byte[] list = in.block("list", lengthBytes, 0, 0xffff);
        WireWriter out = WireWriter.of("extension");
        try (WireWriter.Block block = out.open("list", lengthBytes)) {
            first.accept(out);
            out.bytes("rest", list);
        }
        return out.toBytes();
    }

    private static ExtensionBlock with(ExtensionBlock block, int code, byte[] data) {
        return block.with(new OpaqueExtension(code, "extension " + code, Set.of(Site.CLIENT_HELLO)), data);
    }
}
