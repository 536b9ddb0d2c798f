package dev.dovetail.tls.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Whom to connect to.
 *
 * @param host a name or an IP address
 * @param port 1 to 65535
 */
record HostAndPort(String host, int port) {

    /** Reads {@code host:port}, {@code [v6 address]:port}, and {@code host} alone for port 443. */
    static HostAndPort of(String text) {
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[");
        boolean bareAddress = !bracketed && colon != text.indexOf(':');
        if (colon < 0 || bareAddress || bracketed && text.endsWith("]")) return new HostAndPort(host(text), 443);
        return new HostAndPort(host(text.substring(0, colon)), port(text.substring(colon + 1)));
    }

    private static String host(String text) {
        String host = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (host.isEmpty()) throw new IllegalArgumentException("no host is named");
        return host;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) return port;
        } catch (NumberFormatException e) {
            // It is said below.
        }
        throw new IllegalArgumentException("a port is a number from 1 to 65535, not '" + text + "'");
    }

    /** For the command line. */
    static final class Converter implements ITypeConverter<HostAndPort> {

        @Override
        public HostAndPort convert(String value) {
            try {
                return of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
