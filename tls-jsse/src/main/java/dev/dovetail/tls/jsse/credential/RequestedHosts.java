package dev.dovetail.tls.jsse.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/** For whom a server's certificate may be: the name that a client asks for, and whom it connects to. */
public final class RequestedHosts {

    private RequestedHosts() {}

    /**
     * Both, of a connection's parameters.
     *
     * @param parameters may name a server
     * @param peerHost whom the application connects to, or null
     * @return at most two names, the one that is asked for first
     */
    static List<String> of(SSLParameters parameters, @Nullable String peerHost) {
        List<SNIServerName> names =
                Optional.ofNullable(parameters.getServerNames()).orElse(List.of());
        return of(asked(names), peerHost);
    }

    /**
     * Both.
     *
     * @param asked the name that is asked for
     * @param peerHost whom the application connects to, or null
     * @return at most two names, the one that is asked for first
     */
    public static List<String> of(Optional<String> asked, @Nullable String peerHost) {
        List<String> hosts = new ArrayList<>();
        asked.ifPresent(hosts::add);
        if (peerHost != null && !hosts.contains(peerHost)) hosts.add(peerHost);
        return List.copyOf(hosts);
    }

    /**
     * The host among names of whatever kind.
     *
     * @param names of an application
     * @return empty if there is none
     */
    public static Optional<String> asked(List<SNIServerName> names) {
        return names.stream()
                .filter(name -> name.getType() == StandardConstants.SNI_HOST_NAME)
                .map(RequestedHosts::ascii)
                .findFirst();
    }

    private static String ascii(SNIServerName name) {
        return name instanceof SNIHostName host
                ? host.getAsciiName()
                : new SNIHostName(name.getEncoded()).getAsciiName();
    }
}
