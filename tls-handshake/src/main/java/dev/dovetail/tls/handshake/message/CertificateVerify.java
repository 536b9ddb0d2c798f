package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;

/**
 * CertificateVerify of both versions (RFC 8446 4.4.3, RFC 5246 7.4.8).
 *
 * @param scheme number of the signature scheme
 * @param signature its bytes
 */
public record CertificateVerify(int scheme, byte[] signature) {

    /**
     * Reads it.
     *
     * @param message the message
     * @return scheme and signature
     */
    public static CertificateVerify read(HandshakeMessage message) {
        WireReader in = message.body();
        CertificateVerify verify = read(in);
        in.done();
        return verify;
    }

    /**
     * Reads scheme and signature as they also end TLS 1.2's ServerKeyExchange.
     *
     * @param in stands at the scheme
     * @return scheme and signature
     */
    public static CertificateVerify read(WireReader in) {
        return new CertificateVerify(in.u16("algorithm"), in.block("signature", 2, 0, 0xffff));
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.u16("algorithm", scheme);
        out.block("signature", 2, signature);
    }
}
