package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** certificate_authorities (RFC 8446 4.2.4): names of authorities that the sender trusts. */
public final class CertificateAuthoritiesExtension implements ExtensionCodec<List<X500Principal>> {

    /** The codec. */
    public static final CertificateAuthoritiesExtension INSTANCE = new CertificateAuthoritiesExtension();

    // All extensions of a message have 2^16 - 1 bytes together; this leaves enough for the others.
    private static final int MOST_NAMES = 0xf000;

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
     * What of a list of own authorities goes on the wire. A part of it would make peers hold back certificates that we
     * trust, so it is all or nothing.
     *
     * @param authorities names
     * @return the same, or none if they are too long for a message
     */
    public static List<X500Principal> sendable(List<X500Principal> authorities) {
        int length = 0;
        for (X500Principal authority : authorities) {
            length += 2 + authority.getEncoded().length;
            if (length > MOST_NAMES) return List.of();
        }
        return authorities;
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
     * Reads the list. The names are hints: one that can't be parsed names nobody whom we know, and is left out.
     *
     * @param in stands at its length
     * @param min fewest bytes allowed: 3 in TLS 1.3, 0 in TLS 1.2
     * @return names; perhaps none
     */
    public static List<X500Principal> readNames(WireReader in, int min) {
        WireReader list = in.nested("authorities", 2, min, 0xffff);
        List<X500Principal> authorities = new ArrayList<>();
        while (list.hasMore()) {
            parse(list.block("distinguished_name", 2, 1, 0xffff)).ifPresent(authorities::add);
        }
        return List.copyOf(authorities);
    }

    private static Optional<X500Principal> parse(byte[] name) {
        try {
            X500Principal authority = new X500Principal(name);
            // Its values are parsed only when it is compared: so that nothing odd turns up there, do it now.
            int unused = authority.hashCode();
            return Optional.of(authority);
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }
}
