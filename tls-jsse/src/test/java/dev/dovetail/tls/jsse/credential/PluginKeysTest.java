package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import dev.dovetail.tls.jsse.ReloadSettings;
import dev.dovetail.tls.jsse.ReloadingKeyManager;
import dev.dovetail.tls.jsse.ReloadingTrustManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that only plug-ins know, through the ordinary factories. */
class PluginKeysTest {

    private static final char[] PASSWORD = "secret".toCharArray();

    @ParameterizedTest
    @CsvSource({
        "SM2, sm2sig_sm3, curveSM2, TLS_SM4_GCM_SM3, true",
        "BRAINPOOL_P256, ecdsa_brainpoolP256r1tls13_sha256, x25519, TLS_AES_128_GCM_SHA256, true",
        "BRAINPOOL_P384, ecdsa_brainpoolP384r1tls13_sha384, x25519, TLS_AES_128_GCM_SHA256, true",
        "ML_DSA_65, mldsa65, x25519, TLS_AES_128_GCM_SHA256, true",
        "SM2, sm2sig_sm3, curveSM2, TLS_SM4_CCM_SM3, false",
        "ML_DSA_44, mldsa44, x25519, TLS_AES_256_GCM_SHA384, false"
    })
    void serveAndAreVerified(KeyKind kind, String scheme, String group, String suite, boolean clientAuthentication)
            throws Exception {
        Authority root = Authority.create("root", kind);
        Provider provider = provider(scheme, group, suite);
        SSLContext context = Contexts.context(
                provider,
                Contexts.keys(
                        foreignStore(root.issue(
                                Request.server(Contexts.HOST).key(kind).withoutPurposes())),
                        PASSWORD),
                Contexts.trust(root));
        EnginePair pair = new EnginePair(Contexts.client(context), Contexts.server(context));
        Contexts.enable(pair, "TLSv1.3", suite);
        pair.server.engine.setNeedClientAuth(clientAuthentication);
        assertThat(pair.run().talks())
                .as("client %s, server %s", pair.client.failure, pair.server.failure)
                .isTrue();
        assertThat(pair.client.engine.getSession().getCipherSuite()).isEqualTo(suite);
        assertThat(((X509Certificate) pair.client.engine.getSession().getPeerCertificates()[0])
                        .getIssuerX500Principal())
                .isEqualTo(root.certificate().getSubjectX500Principal());
    }

    @Test
    void anotherRootOfTheSameKindIsNotTrusted() throws Exception {
        Authority root = Authority.create("root", KeyKind.SM2);
        Provider provider = provider("sm2sig_sm3", "curveSM2", "TLS_SM4_GCM_SM3");
        SSLContext server = Contexts.context(
                provider,
                Contexts.keys(
                        foreignStore(root.issue(Request.server(Contexts.HOST).key(KeyKind.SM2))), PASSWORD),
                null);
        SSLContext client = Contexts.context(provider, null, Contexts.trust(Authority.create("root", KeyKind.SM2)));
        EnginePair pair = new EnginePair(Contexts.client(client), Contexts.server(server));
        Contexts.enable(pair, "TLSv1.3", "TLS_SM4_GCM_SM3");
        assertThat(pair.run().talks()).isFalse();
        assertThat(pair.server.failure).hasMessageContaining("unknown_ca");
    }

    @Test
    void aStoreWhoseProviderDoesNotKnowTheKindIsSaidToBeTheReason() throws Exception {
        Issued issued = Authority.selfSigned(Request.server(Contexts.HOST).key(KeyKind.SM2));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        assertThatThrownBy(() -> factory.init(issued.keyStore("key", PASSWORD), PASSWORD))
                .isInstanceOf(UnrecoverableKeyException.class)
                .hasMessageContaining("or the key of a kind that the store's provider does not know");
    }

    @Test
    void pemFilesNeedNoStoreThatKnowsThem(@TempDir Path directory) throws Exception {
        Authority root = Authority.create("root", KeyKind.SM2);
        Issued issued = root.issue(Request.server(Contexts.HOST).key(KeyKind.SM2));
        Path chain = Files.writeString(directory.resolve("chain.pem"), issued.chainPem());
        Path key = Files.writeString(directory.resolve("key.pem"), issued.privateKeyPem());
        Path trusted = Files.writeString(directory.resolve("trusted.pem"), root.pem());
        ReloadSettings settings = ReloadSettings.usual().knowing(Contexts.CATALOG.signatureSchemes());
        SSLContext context = Contexts.context(
                provider("sm2sig_sm3", "curveSM2", "TLS_SM4_GCM_SM3"),
                new KeyManager[] {ReloadingKeyManager.pem(chain, key, null, settings)},
                new TrustManager[] {ReloadingTrustManager.pem(trusted, settings)});
        EnginePair pair = new EnginePair(Contexts.client(context), Contexts.server(context));
        Contexts.enable(pair, "TLSv1.3", "TLS_SM4_GCM_SM3");
        assertThat(pair.run().talks())
                .as("client %s, server %s", pair.client.failure, pair.server.failure)
                .isTrue();
    }

    private static Provider provider(String scheme, String group, String suite) {
        Selection selection = Selection.modern(Contexts.CATALOG)
                .andSuites(suite)
                .groups(group)
                .signing(scheme)
                .verifying(scheme)
                .certificates(scheme);
        return new DovetailProvider(DovetailOptions.of(Contexts.CATALOG, selection));
    }

    /** BouncyCastle is not registered: only the store knows it. */
    private static KeyStore foreignStore(Issued issued) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
        store.load(null, null);
        store.setKeyEntry("key", issued.privateKey(), PASSWORD, issued.chain().toArray(X509Certificate[]::new));
        return store;
    }
}
