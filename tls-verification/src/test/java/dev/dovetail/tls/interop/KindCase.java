package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.stream.Stream;

/** A kind of certificate in a version. */
record KindCase(ProtocolVersion version, KeyKind kind) {

    /** Every kind in every version. */
    static Stream<KindCase> all() {
        return Dovetail.VERSIONS.stream()
                .flatMap(version -> Pki.KINDS.stream().map(kind -> new KindCase(version, kind)));
    }

    @Override
    public String toString() {
        return version + ", " + kind;
    }
}
