package dev.dovetail.tls.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What two stacks have to agree on in one connection.
 *
 * @param version the version
 * @param suite the suite
 * @param group the group, if it is that which is tried
 * @param scheme how the server signs, if it is that which is tried
 * @param mode how a pre-shared key of TLS 1.3 is used, if it is that which is tried
 * @param kind of the server's key; empty if it has no certificate
 */
record Trial(
        ProtocolVersion version,
        CipherSuite suite,
        Optional<NamedGroup> group,
        Optional<SignatureScheme> scheme,
        Optional<PskMode> mode,
        Optional<KeyKind> kind) {

    /** Groups of trials in which another thing is tried: one for each kind of key exchange, the fastest. */
    private static final List<String> USUAL_GROUPS = List.of("x25519", "secp256r1", "ffdhe2048");

    /** A suite, with a certificate that fits it. */
    static Trial of(CipherSuite suite) {
        Optional<KeyKind> kind =
                suite.authentication().certificate() ? Optional.of(Dovetail.kind(suite)) : Optional.empty();
        return new Trial(Dovetail.version(suite), suite, Optional.empty(), Optional.empty(), Optional.empty(), kind);
    }

    /** A group in a version, or empty where no suite uses it there. */
    static Optional<Trial> of(NamedGroup group, ProtocolVersion version) {
        String suite = version.equals(ProtocolVersion.TLS_1_3)
                ? "TLS_AES_128_GCM_SHA256"
                : switch (group.kind()) {
                    case ELLIPTIC_CURVE -> "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
                    case FINITE_FIELD -> "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";
                    case KEM -> "none";
                };
        if (!group.versions().contains(version)) return Optional.empty();
        return Dovetail.CATALOG
                .usable(suite)
                .map(one -> new Trial(
                        version,
                        one.suite(),
                        Optional.of(group),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(KeyKind.RSA_2048)));
    }

    /** A signature scheme in a version, or empty where handshakes are not signed with it. */
    static Optional<Trial> of(SignatureScheme scheme, ProtocolVersion version) {
        if (!scheme.versions().contains(version)) return Optional.empty();
        List<CipherSuite> suites = Dovetail.suites().stream()
                .filter(one -> one.versions().contains(version) && signedBy(one, scheme))
                .filter(one -> one.needs().cipher().equals("AES_128_GCM"))
                .toList();
        Optional<KeyKind> kind = Dovetail.kind(scheme, version);
        if (suites.isEmpty() || kind.isEmpty()) return Optional.empty();
        // Not every stack has the suites with finite fields; some schemes have no others.
        CipherSuite suite = suites.stream()
                .filter(one -> one.needs().keyExchange().filter("DHE"::equals).isEmpty())
                .findFirst()
                .orElse(suites.get(0));
        return Optional.of(new Trial(version, suite, Optional.empty(), Optional.of(scheme), Optional.empty(), kind));
    }

    /** A pre-shared key of TLS 1.3 that replaces certificates. */
    static Trial of(PskMode mode) {
        return new Trial(
                ProtocolVersion.TLS_1_3,
                Dovetail.suite("TLS_AES_128_GCM_SHA256"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(mode),
                Optional.empty());
    }

    /** Whether both sides have to have a key already. */
    boolean preShared() {
        return mode.isPresent() || suite.authentication().preShared();
    }

    private static boolean signedBy(CipherSuite suite, SignatureScheme scheme) {
        Authentication by = suite.authentication();
        if (!Dovetail.signs(suite)) return false;
        return by.equals(Authentication.NEGOTIATED) || by.name().equals(scheme.authentication());
    }

    /** The server's certificate, if it has one. */
    Optional<Issued> certificate() {
        return kind.map(Pki::server);
    }

    /** The groups that both offer, best first. */
    List<NamedGroup> groups() {
        return selection().groups();
    }

    /** The schemes with which the server may sign, best first. */
    List<SignatureScheme> schemes() {
        return selection().verifying();
    }

    /** How the server's key signs in this trial, whichever stack it is of; empty if it does not. */
    Optional<SignatureScheme> serverScheme() {
        if (!Dovetail.signs(suite)) return Optional.empty();
        return certificate()
                .flatMap(own -> schemes().stream()
                        .filter(one -> one.versions().contains(version))
                        .filter(one -> one.fits(own.publicKey(), version))
                        .filter(one -> suite.authentication().equals(Authentication.NEGOTIATED)
                                || suite.authentication().name().equals(one.authentication()))
                        .findFirst());
    }

    /** Exactly what is tried. */
    Selection selection() {
        String[] every = Dovetail.CATALOG.signatureSchemes().stream()
                .map(SignatureScheme::name)
                .toArray(String[]::new);
        String[] signing = scheme.map(one -> new String[] {one.name()}).orElse(every);
        return Dovetail.only(version)
                .suites(suite.name())
                .groups(groupNames().toArray(String[]::new))
                .signing(signing)
                .verifying(signing)
                .certificates(every);
    }

    ClientConfig.Builder client() {
        ClientConfig.Builder client = Dovetail.client(selection());
        kind.ifPresent(own -> client.verifier(Pki.verifier(own)));
        if (preShared()) client.preSharedKeys(ClientPreSharedKeys.of(Psk.ours()));
        mode.ifPresent(client::pskModes);
        return client;
    }

    ServerConfig.Builder server() {
        ServerConfig.Builder server = ServerConfig.of(selection());
        certificate().ifPresent(own -> server.credential(Pki.credential(own)));
        if (preShared()) {
            server.preSharedKeys(ServerPreSharedKeys.of(Psk.ours())).identityHint(Psk.HINT.getBytes(UTF_8));
        }
        mode.ifPresent(server::pskModes);
        return server;
    }

    /** Checks what our end says about the connection. */
    void agreed(Role ours, ConnectionInfo info) {
        assertThat(info.version()).isEqualTo(version);
        assertThat(info.suite().suite()).isEqualTo(suite);
        assertThat(info.extendedMasterSecret()).isTrue();
        group.ifPresent(wanted -> assertThat(info.group()).contains(wanted));
        if (preShared()) {
            assertThat(info.preSharedKey())
                    .hasValueSatisfying(name -> assertThat(name).asString(UTF_8).isEqualTo(Psk.IDENTITY));
        }
        boolean client = ours == Role.CLIENT;
        scheme.ifPresent(wanted ->
                assertThat(client ? info.peerScheme() : info.ownScheme()).contains(wanted));
        // Some stacks send the root too.
        certificate()
                .ifPresent(own ->
                        assertThat(client ? info.peerChain() : info.ownChain()).startsWith(own.certificate()));
    }

    /** Checks that both use RFC 7366 where it applies: most stacks offer and take it unless told otherwise. */
    void encryptsThenMacs(ConnectionInfo info) {
        assertThat(info.encryptThenMac()).isEqualTo(info.suite().cipher() instanceof CbcCipher);
    }

    private List<String> groupNames() {
        if (group.isPresent()) return List.of(group.get().name());
        List<NamedGroup> all = Dovetail.CATALOG.groups();
        List<String> names = new ArrayList<>();
        for (NamedGroup one : all) if (USUAL_GROUPS.contains(one.name())) names.add(one.name());
        // RFC 8422 5.1: a client of TLS 1.2 lists the curves of certificates too.
        certificate()
                .ifPresent(own -> all.stream()
                        .filter(one -> one.holds(own.publicKey()) && !names.contains(one.name()))
                        .forEach(one -> names.add(one.name())));
        return names;
    }
}
