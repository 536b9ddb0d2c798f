package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificate of TLS 1.3 (RFC 8446 4.4.2).
 *
 * @param context certificate_request_context, 0 to 255 bytes
 * @param entries the chain, leaf first; may be empty from a client
 */
public record Certificate13(byte[] context, List<CertificateEntry> entries) {

    /**
     * A chain without extensions.
     *
     * @param context certificate_request_context
     * @param chain DER, leaf first
     * @return the message
     */
    public static Certificate13 of(byte[] context, List<byte[]> chain) {
        return new Certificate13(
                context,
                chain.stream()
                        .map(der -> new CertificateEntry(der, new ExtensionBlock()))
                        .toList());
    }

    /**
     * Reads it.
     *
     * @param message the message
     * @param codecs which extensions are known
     * @return the list
     */
    public static Certificate13 read(HandshakeMessage message, Codecs codecs) {
        WireReader in = message.body();
        byte[] context = in.block("certificate_request_context", 1, 0, 255);
        WireReader list = in.nested("certificate_list", 3, 0, 0xffffff);
        List<CertificateEntry> entries = new ArrayList<>();
        while (list.hasMore()) {
            byte[] der = list.block("cert_data", 3, 1, 0xffffff);
            entries.add(new CertificateEntry(der, ExtensionBlock.read(list, Site.CERTIFICATE, codecs)));
        }
        in.done();
        return new Certificate13(context, List.copyOf(entries));
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.block("certificate_request_context", 1, context);
        try (WireWriter.Block list = out.open("certificate_list", 3)) {
            for (CertificateEntry entry : entries) {
                out.block("cert_data", 3, entry.certificate());
                entry.extensions().write(Site.CERTIFICATE, out);
            }
        }
    }
}
