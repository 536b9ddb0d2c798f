package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.NegotiationReport;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.extension.SupportedVersionsExtension;
import dev.dovetail.tls.handshake.message.ClientHello;
import java.util.List;
import java.util.Optional;

/** The server's choice of a version (RFC 8446 4.2.1): its newest that the client offers. */
public final class VersionChoice {

    private static final int SSL_3_0 = 0x0300;

    private VersionChoice() {}

    /**
     * Chooses.
     *
     * @param selection what is enabled here
     * @param hello the client's hello
     * @return the version
     * @throws dev.dovetail.tls.api.TlsFault if there is none, or the client came down further than it had to
     */
    public static ProtocolVersion choose(Selection selection, ClientHello hello) {
        // RFC 8446 D.5: SSL 3.0 and older in the old field are refused whatever the extension says.
        if (hello.legacyVersion() <= SSL_3_0) {
            throw Fault.NO_COMMON_VERSION.because("legacy_version is 0x%04x", hello.legacyVersion());
        }
        List<ProtocolVersion> offered = offered(hello);
        ProtocolVersion version = selection.versions().stream()
                .filter(offered::contains)
                .findFirst()
                .orElseThrow(() -> Fault.NO_COMMON_VERSION
                        .because("the client offers %s", offered)
                        .with(new NegotiationReport(
                                "version",
                                selection.versions().stream()
                                        .map(ProtocolVersion::toString)
                                        .toList(),
                                offered.stream().map(ProtocolVersion::toString).toList(),
                                List.of(),
                                "Enable a version of the peer's list here (Selection.versions), or one of these"
                                        + " there.")));
        // RFC 7507 3: the client says that it tried better before; if we could do better, somebody interfered.
        if (hello.suites().contains(ClientHello.FALLBACK_SCSV)
                && !version.equals(selection.versions().get(0))) {
            throw Fault.FALLBACK_INAPPROPRIATE.because(
                    "the client fell back to %s; enabled here is %s",
                    version, selection.versions().get(0));
        }
        return version;
    }

    private static List<ProtocolVersion> offered(ClientHello hello) {
        Optional<List<Integer>> list = hello.find(SupportedVersionsExtension.INSTANCE);
        if (list.isPresent())
            return list.get().stream().map(ProtocolVersion::new).toList();
        // RFC 8446 4.2.1: without the extension TLS 1.2 or older is meant, whatever the number says.
        ProtocolVersion legacy = new ProtocolVersion(hello.legacyVersion());
        return List.of(legacy.atLeast(ProtocolVersion.TLS_1_2) ? ProtocolVersion.TLS_1_2 : legacy);
    }
}
