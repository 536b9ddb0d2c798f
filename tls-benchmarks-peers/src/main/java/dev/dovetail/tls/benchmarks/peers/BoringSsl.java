package dev.dovetail.tls.benchmarks.peers;

import dev.dovetail.tls.benchmarks.PeerSetting;
import java.util.Optional;

/** What BoringSSL does not let one choose, whoever wraps it. */
final class BoringSsl {

    private static final String ITS_CHOICE = "TLS_AES_128_GCM_SHA256";

    private BoringSsl() {}

    /** In TLS 1.3 all three suites are always on, and it takes this one where the processor has instructions for AES. */
    static Optional<String> obstacle(PeerSetting setting) {
        return setting.tls13() && !setting.suite().equals(ITS_CHOICE)
                ? Optional.of("BoringSSL chooses the suite of TLS 1.3 itself, " + ITS_CHOICE)
                : Optional.empty();
    }
}
