package dev.dovetail.tls.handshake.credential;

import java.net.IDN;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of servers: which ones a certificate is for (RFC 9525 6), and the form that goes on the wire (RFC 6066 3). */
public final class ServerNames {

    /** Sharp s, final sigma and the joiners: IDNA 2003, which the JDK has, turns them into another name than IDNA 2008. */
    private static final String IDNA_DEVIATIONS = "\u00df\u1e9e\u03c2\u200c\u200d";

    private ServerNames() {}

    /**
     * Tells whether a certificate is for a host. Only its subjectAltName counts, never its common name (RFC 9525 2). A
     * wildcard is a whole left-most label, stands for exactly one label, and needs two more behind it: {@code *.com} is
     * nobody's.
     *
     * @param certificate a server's own certificate
     * @param host a DNS name, in Unicode or as A-labels, or a textual IP address, which then must be there as iPAddress
     * @return false also for what is neither a DNS name nor an IP address
     */
    public static boolean matches(X509Certificate certificate, String host) {
        Optional<IpAddress> address = IpAddress.parse(host);
        if (address.isPresent()) {
            return AlternativeNames.of(certificate).addresses().contains(address.get());
        }
        String wanted;
        try {
            wanted = asciiName(host);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
        return AlternativeNames.of(certificate).dns().stream().anyMatch(san -> presented(san, wanted));
    }

    /**
     * The names that a certificate is for, as they stand in it.
     *
     * @param certificate a server's own certificate
     * @return DNS names, then IP addresses; empty if it has none or they can't be parsed
     */
    public static List<String> of(X509Certificate certificate) {
        AlternativeNames alternatives = AlternativeNames.of(certificate);
        List<String> names = new ArrayList<>(alternatives.dns());
        alternatives.addresses().forEach(address -> names.add(address.toString()));
        return List.copyOf(names);
    }

    /**
     * Tells whether a host is an IP address, which server_name may not carry (RFC 6066 3). Asks no name service.
     *
     * @param host what the user gave
     * @return true for dotted decimal, and for IPv6 text, also in brackets or with a zone
     */
    public static boolean isIpAddress(String host) {
        return IpAddress.parse(host).isPresent();
    }

    /**
     * The form of a DNS name for the wire and for comparison: A-labels, lower case, without the root's trailing dot.
     *
     * @param host a DNS name, in Unicode or as A-labels
     * @return letters, digits, hyphens and underscores in labels of 1 to 63, at most 253 in all
     * @throws IllegalArgumentException if the host is an IP address or can't be a DNS name
     */
    public static String asciiName(String host) {
        if (isIpAddress(host)) throw new IllegalArgumentException(host + " is an IP address, not a DNS name");
        String name = isAscii(host) ? host : toAscii(host);
        if (name.endsWith(".")) name = name.substring(0, name.length() - 1);
        name = name.toLowerCase(Locale.ROOT);
        if (name.length() > 253) throw new IllegalArgumentException("a DNS name of " + name.length() + " characters");
        String[] labels = name.split("\\.", -1);
        for (String label : labels) requireLabel(label, host);
        String last = labels[labels.length - 1];
        // No top-level domain is a number, but 127.1 is an address to some programs: neither for us.
        if (last.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(quoted(host) + " is neither a DNS name nor an IP address");
        }
        return name;
    }

    private static boolean presented(String san, String wanted) {
        // Not String.toLowerCase on anything but ASCII: U+212A (Kelvin) must not become a k.
        if (!isAscii(san)) return false;
        String presented = san.toLowerCase(Locale.ROOT);
        if (!presented.startsWith("*.")) return presented.equals(wanted);
        String parent = presented.substring(1);
        int label = wanted.indexOf('.');
        return parent.indexOf('.', 1) > 0
                && label > 0
                && wanted.substring(label).equals(parent);
    }

    private static String toAscii(String host) {
        if (host.chars().anyMatch(c -> IDNA_DEVIATIONS.indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    quoted(host) + " reads differently in IDNA 2003 and 2008: give its A-labels (xn--...)");
        }
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(quoted(host) + " is not an internationalized domain name", malformed);
        }
    }

    private static void requireLabel(String label, String host) {
        boolean fits = !label.isEmpty()
                && label.length() <= 63
                && label.chars()
                        .allMatch(c -> c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
        if (!fits) throw new IllegalArgumentException(quoted(host) + " is not a DNS name");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** A peer may have sent the name: control characters don't go into messages. */
    private static String quoted(String host) {
        return '"' + host.replaceAll("\\p{IsControl}", "?") + '"';
    }
}
