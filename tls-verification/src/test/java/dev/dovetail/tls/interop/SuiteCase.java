package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.stream.Stream;

/** A suite with a certificate that fits it. */
record SuiteCase(CipherSuite suite, KeyKind kind) {

    /** Every suite of ours with every kind of certificate that fits it. */
    static Stream<SuiteCase> all() {
        return Dovetail.suites().stream()
                .flatMap(suite -> Dovetail.kinds(suite).stream().map(kind -> new SuiteCase(suite, kind)));
    }

    ProtocolVersion version() {
        return Dovetail.version(suite);
    }

    @Override
    public String toString() {
        return suite + ", " + kind;
    }
}
