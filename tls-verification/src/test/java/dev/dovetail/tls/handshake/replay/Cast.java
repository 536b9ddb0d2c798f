package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.message.Certificate13;
import dev.dovetail.tls.handshake.message.CertificateRequest13;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The parts and the configuration with which one side of a trace plays: real ones, except for the ephemeral key pair and
 * the signature, which are the recorded ones, and for groups and schemes that are there to be listed only.
 *
 * @param trace which handshake
 * @param role which side
 */
record Cast(Trace trace, Role role) {

    static final Codecs CODECS = Codecs.with(List.of());

    /** What this side enables, with one recorded key pair. */
    Selection selection(List<Integer> groupCodes, RecordedPair... pairs) {
        Optional<PlayedScheme> played = playedScheme();
        List<SignatureScheme> schemes = schemes(played);
        List<NamedGroup> groups = groups(groupCodes, pairs);
        String[] names = schemes.stream().map(SignatureScheme::name).toArray(String[]::new);
        return Selection.modern(catalog(groups, schemes))
                .versions(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_3)
                .suites("TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_256_GCM_SHA384")
                .groups(groups.stream().map(NamedGroup::name).toArray(String[]::new))
                .signing(played.stream().map(SignatureScheme::name).toArray(String[]::new))
                .verifying(names);
    }

    /** The groups that the ClientHello or the EncryptedExtensions of this side lists. */
    List<Integer> groupCodes() {
        if (role == Role.CLIENT) {
            return hello().find(SupportedGroupsExtension.INSTANCE).orElseThrow();
        }
        HandshakeMessage message = message("EncryptedExtensions");
        return ExtensionBlock.read(
                        message.body(), dev.dovetail.tls.api.spi.ExtensionCodec.Site.ENCRYPTED_EXTENSIONS, CODECS)
                .find(SupportedGroupsExtension.INSTANCE)
                .orElseThrow();
    }

    /** The first one, as it was sent: where it has binders, the step that constructs it ends before them. */
    ClientHello hello() {
        return ClientHello.read(new HandshakeMessage(trace.sent().get(0).value("payload"), null), CODECS);
    }

    RecordedPair x25519() {
        return RecordedPair.of(RecordedPair.Curve.X25519, trace.step(role, "create an ephemeral x25519 key pair"));
    }

    RecordedPair p256() {
        return RecordedPair.of(RecordedPair.Curve.P256, trace.step(role, "create an ephemeral P-256 key pair"));
    }

    /** The recorded certificate; its key where the RFC prints it, which is the server's RSA key alone. */
    Credential credential() {
        X509Certificate certificate = certificate();
        String algorithm = certificate.getPublicKey().getAlgorithm();
        return role == Role.SERVER && algorithm.equals("RSA")
                ? Credential.pem(pem(certificate), resource("/rfc8448/server_key.pem"))
                : Credential.of(List.of(certificate), new AbsentKey(algorithm));
    }

    boolean hasCertificate() {
        return trace.has(role, "Certificate");
    }

    private HandshakeMessage message(String name) {
        return new HandshakeMessage(trace.message(role, name), null);
    }

    private X509Certificate certificate() {
        byte[] der = Certificate13.read(message("Certificate"), CODECS)
                .entries()
                .get(0)
                .certificate();
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<PlayedScheme> playedScheme() {
        if (!hasCertificate()) return Optional.empty();
        CertificateVerify verify = CertificateVerify.read(message("CertificateVerify"));
        SignatureScheme real = real(verify.scheme()).orElseThrow();
        return Optional.of(new PlayedScheme(real, certificate().getPublicKey(), verify.signature()));
    }

    /** The schemes that this side lists in ClientHello or CertificateRequest; where it lists none, the client's. */
    private List<SignatureScheme> schemes(Optional<PlayedScheme> played) {
        List<Integer> codes = trace.has(role, "CertificateRequest")
                ? CertificateRequest13.read(message("CertificateRequest"), CODECS)
                        .extensions()
                        .find(SignatureAlgorithmsExtension.INSTANCE)
                        .orElseThrow()
                : new Cast(trace, Role.CLIENT)
                        .hello()
                        .find(SignatureAlgorithmsExtension.INSTANCE)
                        .orElseThrow();
        List<SignatureScheme> schemes = new ArrayList<>();
        for (int code : codes) {
            Optional<SignatureScheme> own =
                    played.filter(scheme -> scheme.code() == code).map(scheme -> scheme);
            schemes.add(own.or(() -> real(code))
                    .orElseGet(() -> new ListedScheme(code, String.format("scheme 0x%04x", code))));
        }
        return schemes;
    }

    private static Optional<SignatureScheme> real(int code) {
        return Catalog.discover().signatureSchemes().stream()
                .filter(scheme -> scheme.code() == code)
                .findFirst();
    }

    private static List<NamedGroup> groups(List<Integer> codes, RecordedPair... pairs) {
        List<NamedGroup> groups = new ArrayList<>();
        for (int code : codes) {
            TraceGroup group = TraceGroup.listed(code, String.format("group 0x%04x", code));
            for (RecordedPair pair : pairs) if (pair.curve().code() == code) group = TraceGroup.of(pair);
            groups.add(group);
        }
        return groups;
    }

    private static Catalog catalog(List<NamedGroup> groups, List<SignatureScheme> schemes) {
        Catalog real = Catalog.discover();
        List<Object> parts = new ArrayList<>(groups);
        parts.addAll(schemes);
        real.parts().stream()
                .filter(part -> !(part instanceof NamedGroup) && !(part instanceof SignatureScheme))
                .forEach(parts::add);
        SuiteProvider suites = real::suites;
        parts.add(suites);
        return Catalog.of(parts.toArray());
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Cast.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that the RFC does not print. It is never used: the signature is played. */
    private record AbsentKey(String algorithm) implements PrivateKey {

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }
}
