package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.conscrypt.Conscrypt;

/** BoringSSL, as Conscrypt brings it to the JVM. */
final class ConscryptPartner extends EnginePartner {

    /** Its defaults: an engine can't be given others before JDK 20. */
    private static final Set<String> GROUPS = Set.of("X25519MLKEM768", "x25519", "secp256r1", "secp384r1");

    private static final Set<String> SCHEMES = Set.of(
            "ecdsa_secp256r1_sha256",
            "ecdsa_secp384r1_sha384",
            "rsa_pss_rsae_sha256",
            "rsa_pss_rsae_sha384",
            "rsa_pss_rsae_sha512",
            "rsa_pkcs1_sha256",
            "rsa_pkcs1_sha384",
            "rsa_pkcs1_sha512");

    /** Empty where its native library does not run. */
    private final Optional<Provider> provider = Conscrypt.isAvailable()
            ? Optional.of(
                    Conscrypt.newProviderBuilder().provideTrustManager(true).build())
            : Optional.empty();

    private final Set<String> suites = provider.map(
                    one -> Set.of(Jsse.context(one).getSupportedSSLParameters().getCipherSuites()))
            .orElse(Set.of());

    @Override
    public String name() {
        return "Conscrypt";
    }

    @Override
    public void require() {
        Program.require(provider.isPresent(), "Conscrypt has no native library for this machine");
    }

    @Override
    public String version() {
        if (provider.isEmpty()) return "";
        Conscrypt.Version version = Conscrypt.version();
        return Stream.of(version.major(), version.minor(), version.patch())
                .map(String::valueOf)
                .reduce((a, b) -> a + "." + b)
                .orElseThrow();
    }

    @Override
    Set<String> suites() {
        return suites;
    }

    @Override
    public boolean has(NamedGroup group, ProtocolVersion version) {
        return provider.isPresent() && GROUPS.contains(group.name());
    }

    @Override
    public boolean has(SignatureScheme scheme, ProtocolVersion version) {
        return provider.isPresent() && SCHEMES.contains(scheme.name());
    }

    @Override
    Consumer<SSLParameters> choices(Trial trial) {
        // From the suites of TLS 1.2 it knows which keys may be asked for, in TLS 1.3 too.
        return trial.version().equals(ProtocolVersion.TLS_1_3) ? Jsse.version(trial.version()) : super.choices(trial);
    }

    @Override
    SSLContext context(Trial trial, boolean server) {
        List<KeyManager> keys = new ArrayList<>();
        if (server) trial.certificate().ifPresent(own -> keys.addAll(List.of(Jsse.keys(own, "SunX509"))));
        if (trial.preShared()) keys.add(new ConscryptPsk());
        return Jsse.context(provider.orElseThrow(), keys.toArray(KeyManager[]::new));
    }
}
