package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.CertificateAuthoritiesExtension;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * CertificateRequest of TLS 1.2 (RFC 5246 7.4.4).
 *
 * @param certificateTypes rsa_sign 1, dss_sign 2, ecdsa_sign 64; 1 to 255 bytes
 * @param schemes numbers, best first
 * @param authorities names, perhaps none
 */
public record CertificateRequest12(byte[] certificateTypes, List<Integer> schemes, List<X500Principal> authorities) {

    /**
     * Reads it.
     *
     * @param message the message
     * @return the request
     */
    public static CertificateRequest12 read(HandshakeMessage message) {
        WireReader in = message.body();
        byte[] types = in.block("certificate_types", 1, 1, 255);
        WireReader list = in.nested("supported_signature_algorithms", 2, 2, 0xfffe);
        List<Integer> schemes = new ArrayList<>();
        while (list.hasMore()) schemes.add(list.u16("signature_scheme"));
        List<X500Principal> authorities = CertificateAuthoritiesExtension.readNames(in, 0);
        in.done();
        return new CertificateRequest12(types, List.copyOf(schemes), authorities);
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.block("certificate_types", 1, certificateTypes);
        try (WireWriter.Block list = out.open("supported_signature_algorithms", 2)) {
            for (int scheme : schemes) out.u16("signature_scheme", scheme);
        }
        CertificateAuthoritiesExtension.writeNames(authorities, out);
    }
}
