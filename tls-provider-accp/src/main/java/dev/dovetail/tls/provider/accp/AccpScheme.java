package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.cert.X509Certificate;
import java.util.OptionalInt;
import java.util.Set;

/** Answers from {@link SchemeFacts} what does not depend on the key. */
abstract class AccpScheme implements SignatureScheme {

    private final SchemeFacts facts;

    AccpScheme(SchemeFacts facts) {
        this.facts = facts;
    }

    @Override
    public final int code() {
        return facts.code();
    }

    @Override
    public final String name() {
        return facts.name();
    }

    @Override
    public final String implementation() {
        return Accp.NAME;
    }

    @Override
    public final Set<ProtocolVersion> versions() {
        return facts.versions();
    }

    @Override
    public final String authentication() {
        return facts.authentication();
    }

    @Override
    public final OptionalInt clientCertificateType() {
        return OptionalInt.of(facts.clientCertificateType());
    }

    @Override
    public final Set<Trait> traits() {
        return Set.of(facts.trait());
    }

    @Override
    public final int preference() {
        return facts.preference();
    }

    @Override
    public boolean signed(X509Certificate certificate) {
        return facts.certificateOid().equals(certificate.getSigAlgOID());
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }
}
