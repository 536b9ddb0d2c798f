package dev.dovetail.tls.jsse.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The system properties of the JDK's TLS that Dovetail honours, as they were when a context was made. The table of all
 * of them is in {@code docs/jsse.md}.
 *
 * @param clientProtocols {@code jdk.tls.client.protocols}
 * @param serverProtocols {@code jdk.tls.server.protocols}
 * @param clientSuites {@code jdk.tls.client.cipherSuites}
 * @param serverSuites {@code jdk.tls.server.cipherSuites}
 * @param namedGroups {@code jdk.tls.namedGroups}
 * @param clientSchemes {@code jdk.tls.client.SignatureSchemes}
 * @param serverSchemes {@code jdk.tls.server.SignatureSchemes}
 * @param namesSent {@code jsse.enableSNIExtension}
 * @param authoritiesSent {@code jdk.tls.client.enableCAExtension}
 * @param compatibilityMode {@code jdk.tls.client.useCompatibilityMode}
 * @param closeAcknowledged {@code jdk.tls.acknowledgeCloseNotify}
 * @param truncationReported {@code com.sun.net.ssl.requireCloseNotify}, true unless it is switched off
 * @param extendedMasterSecretRequired {@code jdk.tls.allowLegacyMasterSecret} set to false
 * @param renegotiationInfoRequired the opposite of {@code sun.security.ssl.allowLegacyHelloMessages}; empty if it is
 *     not set
 * @param revocationChecked {@code com.sun.net.ssl.checkRevocation}
 * @param longestMessage {@code jdk.tls.maxHandshakeMessageSize}
 * @param longestServerChain {@code jdk.tls.client.maxInboundCertificateChainLength}, else {@code
 *     jdk.tls.maxCertificateChainLength}: what clients take
 * @param longestClientChain {@code jdk.tls.server.maxInboundCertificateChainLength}, else the same: what servers take
 * @param sessionCacheSize {@code javax.net.ssl.sessionCacheSize}
 * @param clientsResume {@code jdk.tls.client.enableSessionTicketExtension}
 * @param serversResume {@code jdk.tls.server.enableSessionTicketExtension}
 * @param serverSessionTimeout {@code jdk.tls.server.sessionTicketTimeout}, seconds
 * @param ticketKeyRotation {@code jdk.tls.server.statelessKeyTimeout}, seconds
 * @param tickets {@code jdk.tls.server.newSessionTicketCount}
 * @param keyLog {@code dovetail.insecureKeyLog}: a file
 */
public record SystemSettings(
        List<String> clientProtocols,
        List<String> serverProtocols,
        List<String> clientSuites,
        List<String> serverSuites,
        List<String> namedGroups,
        List<String> clientSchemes,
        List<String> serverSchemes,
        boolean namesSent,
        boolean authoritiesSent,
        boolean compatibilityMode,
        boolean closeAcknowledged,
        boolean truncationReported,
        boolean extendedMasterSecretRequired,
        Optional<Boolean> renegotiationInfoRequired,
        boolean revocationChecked,
        Optional<Integer> longestMessage,
        int longestServerChain,
        int longestClientChain,
        int sessionCacheSize,
        boolean clientsResume,
        boolean serversResume,
        Optional<Integer> serverSessionTimeout,
        int ticketKeyRotation,
        int tickets,
        Optional<String> keyLog) {

    // Choice: the JDK's own default since 13.
    private static final int SESSIONS = 20_480;

    // Choice: the JDK's own default.
    private static final int LONGEST_CHAIN = 10;

    private static final int HOUR = 3600;
    private static final int WEEK = 7 * 24 * HOUR;

    // The JDK's own bound.
    private static final int MOST_TICKETS = 10;

    // Choice: one more than the JDK gives, whose clients use a ticket for several connections.
    private static final int TICKETS = 2;

    /**
     * Reads them now.
     *
     * @return the settings
     */
    public static SystemSettings read() {
        return read(System::getProperty);
    }

    /** Reads them where somebody else has them. */
    static SystemSettings read(Function<String, @Nullable String> source) {
        return new Properties(source).settings();
    }

    /**
     * How many certificates a peer may send.
     *
     * @param client true for what a client takes of a server
     * @return the most
     */
    public int longestChain(boolean client) {
        return client ? longestServerChain : longestClientChain;
    }

    private record Properties(Function<String, @Nullable String> source) {

        private SystemSettings settings() {
            int longestChain = atLeastNone("jdk.tls.maxCertificateChainLength").orElse(LONGEST_CHAIN);
            return new SystemSettings(
                    list("jdk.tls.client.protocols"),
                    list("jdk.tls.server.protocols"),
                    list("jdk.tls.client.cipherSuites"),
                    list("jdk.tls.server.cipherSuites"),
                    list("jdk.tls.namedGroups"),
                    list("jdk.tls.client.SignatureSchemes"),
                    list("jdk.tls.server.SignatureSchemes"),
                    flag("jsse.enableSNIExtension").orElse(true),
                    flag("jdk.tls.client.enableCAExtension").orElse(false),
                    flag("jdk.tls.client.useCompatibilityMode").orElse(true),
                    flag("jdk.tls.acknowledgeCloseNotify").orElse(false),
                    flag("com.sun.net.ssl.requireCloseNotify").orElse(true),
                    !flag("jdk.tls.allowLegacyMasterSecret").orElse(true),
                    flag("sun.security.ssl.allowLegacyHelloMessages").map(allowed -> !allowed),
                    flag("com.sun.net.ssl.checkRevocation").orElse(false),
                    number("jdk.tls.maxHandshakeMessageSize"),
                    atLeastNone("jdk.tls.client.maxInboundCertificateChainLength")
                            .orElse(longestChain),
                    atLeastNone("jdk.tls.server.maxInboundCertificateChainLength")
                            .orElse(longestChain),
                    atLeastNone("javax.net.ssl.sessionCacheSize").orElse(SESSIONS),
                    flag("jdk.tls.client.enableSessionTicketExtension").orElse(true),
                    flag("jdk.tls.server.enableSessionTicketExtension").orElse(true),
                    between(0, WEEK, "jdk.tls.server.sessionTicketTimeout"),
                    between(1, WEEK, "jdk.tls.server.statelessKeyTimeout").orElse(HOUR),
                    between(0, MOST_TICKETS, "jdk.tls.server.newSessionTicketCount")
                            .orElse(TICKETS),
                    text("dovetail.insecureKeyLog"));
        }

        private Optional<String> text(String name) {
            return Optional.ofNullable(source.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        /** Quotes around the whole are the JDK's habit. */
        private List<String> list(String name) {
            return text(name)
                    .map(value -> value.replace("\"", "").split(","))
                    .map(parts -> Arrays.stream(parts)
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList())
                    .orElse(List.of());
        }

        private Optional<Boolean> flag(String name) {
            return text(name).map(Boolean::parseBoolean);
        }

        /** As with the JDK, a negative number is none. */
        private Optional<Integer> atLeastNone(String name) {
            return number(name).filter(number -> number >= 0);
        }

        private Optional<Integer> between(int least, int most, String name) {
            return number(name).filter(number -> number >= least && number <= most);
        }

        /** As with the JDK, what is no number is passed over. */
        private Optional<Integer> number(String name) {
            try {
                return text(name).map(Integer::decode);
            } catch (NumberFormatException notOne) {
                return Optional.empty();
            }
        }
    }
}
