package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;

/**
 * CertificateRequest of TLS 1.3 (RFC 8446 4.3.2).
 *
 * @param context certificate_request_context, empty in the main handshake
 * @param extensions signature_algorithms and what else there is
 */
public record CertificateRequest13(byte[] context, ExtensionBlock extensions) {

    /**
     * Reads it.
     *
     * @param message the message
     * @param codecs which extensions are known
     * @return the request
     */
    public static CertificateRequest13 read(HandshakeMessage message, Codecs codecs) {
        WireReader in = message.body();
        byte[] context = in.block("certificate_request_context", 1, 0, 255);
        ExtensionBlock extensions = ExtensionBlock.read(in, Site.CERTIFICATE_REQUEST, codecs);
        in.done();
        return new CertificateRequest13(context, extensions);
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.block("certificate_request_context", 1, context);
        extensions.write(Site.CERTIFICATE_REQUEST, out);
    }
}
