package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** certificate_authorities (RFC 8446 4.2.4): names of authorities that the sender trusts. */
public final class CertificateAuthoritiesExtension implements ExtensionCodec<List<X500Principal>> {

    /** The codec. */
    public static final CertificateAuthoritiesExtension INSTANCE = new CertificateAuthoritiesExtension();

    private CertificateAuthoritiesExtension() {}

    @Override
    public int code() {
        return 47;
    }

    @Override
    public String name() {
        return "certificate_authorities";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.CERTIFICATE_REQUEST);
    }

    @Override
    public void write(Site site, List<X500Principal> authorities, WireWriter out) {
        writeNames(authorities, out);
    }

    @Override
    public List<X500Principal> read(Site site, WireReader in) {
        return readNames(in, 3);
    }

    /**
     * Writes the list as it also stands in TLS 1.2's CertificateRequest (RFC 5246 7.4.4).
     *
     * @param authorities names
     * @param out takes them
     */
    public static void writeNames(List<X500Principal> authorities, WireWriter out) {
        try (WireWriter.Block list = out.open("authorities", 2)) {
            for (X500Principal authority : authorities) {
                out.block("distinguished_name", 2, authority.getEncoded());
            }
        }
    }

    /**
     * Reads the list.
     *
     * @param in stands at its length
     * @param min fewest bytes allowed: 3 in TLS 1.3, 0 in TLS 1.2
     * @return names
     */
    public static List<X500Principal> readNames(WireReader in, int min) {
        WireReader list = in.nested("authorities", 2, min, 0xffff);
        List<X500Principal> authorities = new ArrayList<>();
        while (list.hasMore()) {
            byte[] name = list.block("distinguished_name", 2, 1, 0xffff);
            try {
                authorities.add(new X500Principal(name));
            } catch (IllegalArgumentException e) {
                throw list.fault(Fault.DECODE_ERROR, "a name is not DER").causedBy(e);
            }
        }
        return List.copyOf(authorities);
    }
}
