package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * What two sides of one stack are to agree on: they enable nothing else.
 *
 * @param version of the protocol
 * @param suite IANA's spelling
 * @param groups IANA's spelling; the first one is used. In TLS 1.2 the curve of the certificate is named too, as RFC 8422
 *     5.1 wants it. None leaves the choice to the stack
 * @param resuming whether each connection after the first resumes; otherwise none does, and no tickets are given
 */
public record PeerSetting(ProtocolVersion version, String suite, List<String> groups, boolean resuming) {

    /** Keeps a copy of the groups. */
    public PeerSetting {
        groups = List.copyOf(groups);
    }

    static PeerSetting of(HandshakeKind kind, boolean resuming) {
        return new PeerSetting(kind.version(), kind.suite(), kind.groups(), resuming);
    }

    /** For application data: the group does not matter there. */
    static PeerSetting of(String suite) {
        ProtocolVersion version = RecordSuite.of13(suite) ? ProtocolVersion.TLS_1_3 : ProtocolVersion.TLS_1_2;
        return new PeerSetting(version, suite, List.of(), false);
    }

    /**
     * The group to agree on.
     *
     * @return empty if it does not matter
     */
    public Optional<String> group() {
        return groups.stream().findFirst();
    }

    /**
     * Whether it is TLS 1.3.
     *
     * @return false for TLS 1.2
     */
    public boolean tls13() {
        return version.equals(ProtocolVersion.TLS_1_3);
    }

    /**
     * What {@code javax.net.ssl} calls the version.
     *
     * @return {@code TLSv1.3} or {@code TLSv1.2}
     */
    public String protocol() {
        return tls13() ? "TLSv1.3" : "TLSv1.2";
    }
}
