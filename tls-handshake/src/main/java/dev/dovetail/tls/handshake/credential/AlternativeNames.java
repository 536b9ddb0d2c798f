package dev.dovetail.tls.handshake.credential;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a certificate's subjectAltName says about hosts (RFC 5280 4.2.1.6). Read here and not by
 * {@code X509Certificate.getSubjectAlternativeNames}, which shows an IPv4-mapped IPv6 address as the IPv4 address that it
 * is not.
 *
 * @param dns each dNSName as it stands there
 * @param addresses each iPAddress
 */
record AlternativeNames(List<String> dns, List<IpAddress> addresses) {

    private static final String SUBJECT_ALT_NAME = "2.5.29.17";
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    /** The names; none where the extension is missing or malformed, for what can't be read names nobody. */
    static AlternativeNames of(X509Certificate certificate) {
        List<String> dns = new ArrayList<>();
        List<IpAddress> addresses = new ArrayList<>();
        byte[] extension = certificate.getExtensionValue(SUBJECT_ALT_NAME);
        if (extension == null) return new AlternativeNames(dns, addresses);
        try {
            Der names = Der.of(extension).in(Der.OCTET_STRING).in(Der.SEQUENCE);
            while (!names.isEmpty()) {
                int kind = names.tag();
                byte[] name = names.in(kind).rest();
                if (kind == DNS_NAME) dns.add(new String(name, StandardCharsets.ISO_8859_1));
                if (kind == IP_ADDRESS) IpAddress.of(name).ifPresent(addresses::add);
            }
        } catch (IllegalArgumentException malformed) {
            return new AlternativeNames(List.of(), List.of());
        }
        return new AlternativeNames(List.copyOf(dns), List.copyOf(addresses));
    }
}
