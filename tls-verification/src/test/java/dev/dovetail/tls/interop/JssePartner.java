package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** The JDK's own TLS. */
final class JssePartner extends EnginePartner {

    /** What it has in TLS 1.2 and 1.3 unless system properties say otherwise; before JDK 20 it can't be asked. */
    private static final Set<String> GROUPS = Set.of(
            "x25519",
            "x448",
            "secp256r1",
            "secp384r1",
            "secp521r1",
            "ffdhe2048",
            "ffdhe3072",
            "ffdhe4096",
            "ffdhe6144",
            "ffdhe8192");

    private static final Set<String> SCHEMES = Set.of(
            "ed25519",
            "ed448",
            "ecdsa_secp256r1_sha256",
            "ecdsa_secp384r1_sha384",
            "ecdsa_secp521r1_sha512",
            "rsa_pss_rsae_sha256",
            "rsa_pss_rsae_sha384",
            "rsa_pss_rsae_sha512",
            "rsa_pss_pss_sha256",
            "rsa_pss_pss_sha384",
            "rsa_pss_pss_sha512",
            "rsa_pkcs1_sha256",
            "rsa_pkcs1_sha384",
            "rsa_pkcs1_sha512",
            "rsa_pkcs1_sha1",
            "ecdsa_sha1",
            "dsa_sha1",
            "dsa_sha224",
            "dsa_sha256");

    private final Set<String> suites =
            Set.of(Jsse.context().getSupportedSSLParameters().getCipherSuites());

    @Override
    public String name() {
        return "JSSE";
    }

    @Override
    public String version() {
        return "JDK " + Runtime.version().feature();
    }

    @Override
    Set<String> suites() {
        return suites;
    }

    @Override
    public boolean has(CipherSuite suite) {
        // It lists DES, and takes it in TLS 1.1 and older only.
        return super.has(suite) && !suite.needs().cipher().equals("DES_CBC");
    }

    @Override
    public boolean has(NamedGroup group, ProtocolVersion version) {
        return GROUPS.contains(group.name());
    }

    @Override
    public boolean has(SignatureScheme scheme, ProtocolVersion version) {
        return SCHEMES.contains(scheme.name());
    }

    @Override
    public Optional<String> obstacle(Trial trial, Role ours) {
        boolean finiteField = trial.group()
                .filter(group -> group.kind() == NamedGroup.Kind.FINITE_FIELD)
                .isPresent();
        return finiteField && trial.version().equals(ProtocolVersion.TLS_1_3)
                ? Optional.of(
                        "JSSE strips leading zeros from the secret of a finite field in TLS 1.3 too, so one connection of"
                                + " 256 fails (JDK-8328046).")
                : super.obstacle(trial, ours);
    }

    @Override
    SSLContext context(Trial trial, boolean server) {
        return server ? trial.certificate().map(Jsse::context).orElseGet(Jsse::context) : Jsse.context();
    }
}
