package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificate of TLS 1.2 (RFC 5246 7.4.2).
 *
 * @param chain DER, leaf first; may be empty from a client
 */
public record Certificate12(List<byte[]> chain) {

    /**
     * Reads it.
     *
     * @param message the message
     * @return the chain
     */
    public static Certificate12 read(HandshakeMessage message) {
        WireReader in = message.body();
        WireReader list = in.nested("certificate_list", 3, 0, 0xffffff);
        List<byte[]> chain = new ArrayList<>();
        while (list.hasMore()) chain.add(list.block("certificate", 3, 1, 0xffffff));
        in.done();
        return new Certificate12(List.copyOf(chain));
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        try (WireWriter.Block list = out.open("certificate_list", 3)) {
            for (byte[] der : chain) out.block("certificate", 3, der);
        }
    }
}
