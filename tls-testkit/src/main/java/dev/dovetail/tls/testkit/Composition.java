package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.testkit.neutral.NeutralAead;
import dev.dovetail.tls.testkit.neutral.NeutralExchange;
import dev.dovetail.tls.testkit.neutral.NeutralGroup;
import dev.dovetail.tls.testkit.neutral.NeutralHash;
import dev.dovetail.tls.testkit.neutral.NeutralMac;
import dev.dovetail.tls.testkit.neutral.NeutralScheme;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A suite of private use in which one part is the author's and all others are the kit's own: what goes wrong is that
 * part's doing. Nothing is looked up; the class path plays no role.
 */
final class Composition {

    private static final String SUITE = "KIT_SUITE";
    private static final int CODE = 0xff70;
    private static final SignatureScheme CERTIFICATES = new NeutralScheme();

    private BulkCipher cipher = new NeutralAead();
    private Mac mac = new NeutralMac();
    private HashAlgorithm hash = new NeutralHash();
    private NamedGroup group = new NeutralGroup();
    private Optional<KeyExchange> exchange = Optional.empty();
    private SignatureScheme scheme = CERTIFICATES;
    private Authentication authentication = new Authentication(CERTIFICATES.authentication(), true, true, false);
    private Optional<Credential> credential = Optional.empty();
    private Optional<CipherSuite> suite = Optional.empty();

    /** A certificate of the kit's own authority: made once, since all tests trust whoever comes. */
    private static final class Issuer {
        static final Authority AUTHORITY = Authority.create("Dovetail Testkit", KeyKind.ED25519);
        static final Credential SERVER = issue(KeyKind.ED25519, KeyKind.ED25519.generate());

        static Credential issue(KeyKind uses, KeyPair keys) {
            Issued issued = AUTHORITY.issue(Request.server(Pairing.SERVER_NAME).key(uses, keys));
            return Credential.of(issued.chain(), issued.privateKey());
        }

        /** As a credential is read from files: the JDK is asked for the key, then the scheme. */
        static Credential issue(SignatureScheme reads, KeyPair keys) {
            // A certificate of this kind can be made of any key, also of those that the JDK does not know.
            Issued issued = AUTHORITY.issue(Request.server(Pairing.SERVER_NAME).key(KeyKind.ML_DSA_44, keys));
            CertificateReader reader = new CertificateReader(List.of(reads));
            try {
                X509Certificate read = reader.read(issued.certificate().getEncoded());
                return Credential.of(List.of(read), issued.privateKey());
            } catch (CertificateException unread) {
                throw new AssertionError(
                        reads.name() + ": neither the JDK nor publicKey() of the scheme can read a certificate with a"
                                + " key of keys(): " + unread.getMessage(),
                        unread);
            }
        }
    }

    Composition cipher(BulkCipher own) {
        cipher = own;
        return this;
    }

    Composition mac(Mac own) {
        mac = own;
        return this;
    }

    Composition hash(HashAlgorithm own) {
        hash = own;
        return this;
    }

    Composition group(NamedGroup own) {
        group = own;
        return this;
    }

    /** The server signs with the author's scheme and keys; the certificate itself is signed by the kit. */
    Composition scheme(SignatureScheme own, KeyPair keys) {
        scheme = own;
        authentication = new Authentication(own.authentication(), true, true, false);
        credential = Optional.of(Issuer.issue(own, keys));
        return this;
    }

    /** An exchange that uses the certificate's key gets a certificate that allows both signing and encrypting. */
    Composition exchange(KeyExchange own, Authentication by, Optional<KeyPair> keys) {
        exchange = Optional.of(own);
        authentication = by;
        credential = keys.map(pair -> Issuer.issue(KeyKind.RSA_2048, pair));
        return this;
    }

    /** A suite of the author's, with the parts that were found for it, and keys where its exchange decrypts. */
    static Composition of(UsableSuite own, Optional<NamedGroup> ofItsKind, Optional<KeyPair> keys) {
        Composition all = new Composition();
        all.suite = Optional.of(own.suite());
        all.cipher = own.cipher();
        all.hash = own.hash();
        own.mac().ifPresent(all::mac);
        ofItsKind.ifPresent(all::group);
        Authentication by = own.suite().authentication();
        own.keyExchange().ifPresent(exchange -> all.exchange(exchange, by, keys));
        all.scheme = new NeutralScheme(by.name());
        return all;
    }

    UsableSuite suite(ProtocolVersion version) {
        String name = suiteOf(version).name();
        Catalog catalog = catalog(version, List.of());
        return catalog.usable(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(catalog.explain(name) + ", problems: " + catalog.problems()));
    }

    /** Both ends, watched; nothing has been sent yet. */
    Loopback loopback(ProtocolVersion version) {
        return loopback(version, List.of(), List.of());
    }

    Loopback loopback(
            ProtocolVersion version, List<? extends Extension<?>> clients, List<? extends Extension<?>> servers) {
        ClientConfig.Builder client = ClientConfig.of(selection(version, clients))
                .serverName(Pairing.SERVER_NAME)
                .verifier(PeerVerifier.insecureAcceptingAnyone())
                .insecureAnonymousServers();
        ServerConfig.Builder server = ServerConfig.of(selection(version, servers));
        if (version.equals(ProtocolVersion.TLS_1_3) || authentication.certificate()) {
            server.credential(credential.orElse(Issuer.SERVER));
        }
        if (authentication.preShared()) {
            client.preSharedKeys(ClientPreSharedKeys.of(key()));
            server.preSharedKeys(ServerPreSharedKeys.of(key()));
        }
        return Loopback.between(client, server);
    }

    private static PreSharedKey key() {
        return PreSharedKey.of("kit", Sample.bytes(7, 32));
    }

    private Selection selection(ProtocolVersion version, List<? extends Extension<?>> extensions) {
        return Selection.modern(catalog(version, extensions))
                .versions(version, version)
                .suites(suiteOf(version).name())
                .groups(group.name())
                .signing(scheme.name())
                .verifying(scheme.name())
                .certificates(
                        Stream.of(CERTIFICATES.name(), scheme.name()).distinct().toArray(String[]::new))
                .extensions(extensions.stream().map(Extension::name).toArray(String[]::new));
    }

    private Catalog catalog(ProtocolVersion version, List<? extends Extension<?>> extensions) {
        CipherSuite only = suiteOf(version);
        SuiteProvider suites = () -> List.of(only);
        List<Object> parts = new ArrayList<>(List.of(suites, cipher, mac, hash, group, exchange(), scheme));
        if (!scheme.name().equals(CERTIFICATES.name())) parts.add(CERTIFICATES);
        parts.addAll(extensions);
        return Catalog.of(parts.toArray());
    }

    private CipherSuite suiteOf(ProtocolVersion version) {
        return suite.orElseGet(() -> version.equals(ProtocolVersion.TLS_1_3) ? tls13() : tls12());
    }

    private CipherSuite tls13() {
        return CipherSuite.tls13(CODE, SUITE, cipher.name(), hash.name(), Trait.EXPERIMENTAL);
    }

    private CipherSuite tls12() {
        String by = exchange().name();
        return cipher instanceof AeadCipher
                ? CipherSuite.aead12(CODE, SUITE, by, authentication, cipher.name(), hash.name(), Trait.EXPERIMENTAL)
                : CipherSuite.mac12(
                        CODE, SUITE, by, authentication, cipher.name(), mac.name(), hash.name(), Trait.EXPERIMENTAL);
    }

    private KeyExchange exchange() {
        return exchange.orElseGet(() -> new NeutralExchange(group.kind()));
    }
}
