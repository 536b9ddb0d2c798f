package dev.dovetail.tls.programs;

import java.net.http.HttpClient;
import java.util.stream.Stream;

/** Which stacks talk, in which version of TLS, and in which of HTTP. */
record Call(Pairing pairing, HttpClient.Version http) {

    /** Those with our client: a JUnit method source. */
    static Stream<Call> ofOurs() {
        return inBoth(Pairing.all().filter(pairing -> pairing.client() == Stack.DOVETAIL));
    }

    /** Those with our server: a JUnit method source. */
    static Stream<Call> toOurs() {
        return inBoth(pairingsToOurs());
    }

    /** The same without regard to HTTP; ours with itself in the newest version alone. */
    static Stream<Pairing> pairingsToOurs() {
        return Pairing.all()
                .filter(pairing -> pairing.server() == Stack.DOVETAIL)
                .filter(pairing ->
                        pairing.client() == Stack.JDK || pairing.version().equals(Pairing.TLS_1_3));
    }

    /**
     * A version, and what is older: HTTP/2 demands a suite of TLS 1.2 (RFC 9113 9.2.2), which Undertow looks for even
     * in the hello of a client that gets TLS 1.3.
     */
    static String[] upTo(String version) {
        return version.equals(Pairing.TLS_1_3)
                ? new String[] {Pairing.TLS_1_3, Pairing.TLS_1_2}
                : new String[] {Pairing.TLS_1_2};
    }

    /** What HTTP calls its version, and most servers. */
    String protocol() {
        return http == HttpClient.Version.HTTP_2 ? "HTTP/2.0" : "HTTP/1.1";
    }

    @Override
    public String toString() {
        return pairing + " by " + protocol();
    }

    private static Stream<Call> inBoth(Stream<Pairing> pairings) {
        return pairings.flatMap(
                pairing -> Stream.of(HttpClient.Version.values()).map(http -> new Call(pairing, http)));
    }
}
