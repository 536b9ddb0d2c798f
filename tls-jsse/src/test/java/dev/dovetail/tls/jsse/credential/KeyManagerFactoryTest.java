package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Purpose;
import dev.dovetail.tls.certificates.Request;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Principal;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyStoreBuilderParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.Test;

/** What the key manager of KeyManagerFactory "Dovetail" chooses. */
class KeyManagerFactoryTest {

    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Authority ROOT = Authority.create("root");
    private static final Authority OTHER = Authority.create("another root");
    private static final Issued RSA = ROOT.issue(Request.server("rsa.example").key(KeyKind.RSA_2048));
    private static final Issued EC = ROOT.issue(Request.server("ec.example"));

    @Test
    void choosesByTheKindOfKey() throws Exception {
        X509ExtendedKeyManager manager = manager("a", RSA, "b", EC, "c", edwards());
        assertThat(manager.chooseServerAlias("RSA", null, null)).isEqualTo("a");
        assertThat(manager.chooseServerAlias("EC", null, null)).isEqualTo("b");
        assertThat(manager.chooseServerAlias("EdDSA", null, null)).isEqualTo("c");
        assertThat(manager.chooseServerAlias("DSA", null, null)).isNull();
        assertThat(manager.getServerAliases("DSA", null)).isNull();
    }

    @Test
    void choosesByTheKindOfKeyThatSigned() throws Exception {
        Authority rsa = Authority.create("rsa root", KeyKind.RSA_2048);
        X509ExtendedKeyManager manager = manager("a", rsa.issue(Request.server("a.example")), "b", EC);
        assertThat(manager.chooseServerAlias("EC_RSA", null, null)).isEqualTo("a");
        assertThat(manager.chooseServerAlias("EC_EC", null, null)).isEqualTo("b");
    }

    @Test
    void clientsPreferTheKindThatIsNamedFirst() throws Exception {
        X509ExtendedKeyManager manager = manager("a", client(KeyKind.RSA_2048), "b", client(KeyKind.EC_P256));
        assertThat(manager.chooseClientAlias(new String[] {"EC", "RSA"}, null, null))
                .isEqualTo("b");
        assertThat(manager.chooseClientAlias(new String[] {"RSA", "EC"}, null, null))
                .isEqualTo("a");
        assertThat(manager.chooseEngineClientAlias(new String[] {"DSA"}, null, null))
                .isNull();
    }

    @Test
    void onlyWhatOneOfTheNamedIssuersHasIssuedIsChosen() throws Exception {
        Issued below = OTHER.intermediate("between").issue(Request.client("b"));
        X509ExtendedKeyManager manager = manager("a", ROOT.issue(Request.client("a")), "b", below);
        Principal root = ROOT.certificate().getSubjectX500Principal();
        Principal other = OTHER.certificate().getSubjectX500Principal();
        assertThat(manager.getClientAliases("EC", new Principal[] {root})).containsExactly("a");
        assertThat(manager.getClientAliases("EC", new Principal[] {other})).containsExactly("b");
        assertThat(manager.getClientAliases("EC", new Principal[] {other, root}))
                .containsExactly("a", "b");
        assertThat(manager.getClientAliases("EC", new Principal[0])).containsExactly("a", "b");
        assertThat(manager.getClientAliases(
                        "EC", new Principal[] {EC.certificate().getSubjectX500Principal()}))
                .isNull();
    }

    @Test
    void whatIsForThisUseComesFirst() throws Exception {
        Issued forClients = ROOT.issue(Request.server("a.example").purposes(Purpose.CLIENT));
        X509ExtendedKeyManager manager = manager("a", forClients, "b", EC);
        assertThat(manager.getServerAliases("EC", null)).containsExactly("b", "a");
        assertThat(manager.getClientAliases("EC", null)).containsExactly("a", "b");
    }

    @Test
    void whatIsValidNowComesFirst() throws Exception {
        X509ExtendedKeyManager manager = manager(
                "a", ROOT.issue(Request.server("a.example").expired()),
                "b", ROOT.issue(Request.server("a.example").notYetValid()),
                "c", EC);
        assertThat(manager.getServerAliases("EC", null)).containsExactly("c", "a", "b");
    }

    @Test
    void equalsStandInTheOrderOfTheirNames() throws Exception {
        X509ExtendedKeyManager manager = manager("z", EC, "m", EC, "a", EC);
        for (int i = 0; i < 5; i++)
            assertThat(manager.getServerAliases("EC", null)).containsExactly("a", "m", "z");
    }

    @Test
    void theServerNameChoosesBetweenTwoCertificates() throws Exception {
        X509ExtendedKeyManager manager =
                manager("a", ROOT.issue(Request.server("a.example")), "b", ROOT.issue(Request.server("*.b.example")));
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            assertThat(shownBy(manager, true, protocol, "a.example")).contains("a.example");
            assertThat(shownBy(manager, true, protocol, "www.b.example")).contains("*.b.example");
            assertThat(shownBy(manager, false, protocol, "a.example")).contains("a.example");
            assertThat(shownBy(manager, false, protocol, "www.b.example")).contains("*.b.example");
        }
    }

    @Test
    void chainAndKeyOfANameBelongTogether() throws Exception {
        X509ExtendedKeyManager manager = manager("a", RSA, "b", EC);
        assertThat(manager.getCertificateChain("a")).containsExactly(RSA.certificate());
        assertThat(manager.getPrivateKey("a")).isEqualTo(RSA.privateKey());
        assertThat(manager.getCertificateChain("nobody")).isNull();
        assertThat(manager.getPrivateKey("nobody")).isNull();
        assertThat(manager.getPrivateKey(null)).isNull();
    }

    @Test
    void withoutAStoreThereAreNoKeys() throws Exception {
        X509ExtendedKeyManager manager = Contexts.keyManager(null, PASSWORD);
        assertThat(manager.chooseServerAlias("EC", null, null)).isNull();
        assertThat(manager.getClientAliases("RSA", null)).isNull();
    }

    @Test
    void beforeItIsInitialisedItHasNoManagers() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        assertThatThrownBy(factory::getKeyManagers).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNoPrivateKeyIsLeftOut() throws Exception {
        KeyStore store = EC.keyStore("key", PASSWORD);
        store.setCertificateEntry("root", ROOT.certificate());
        store.setEntry(
                "secret",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection("another".toCharArray()));
        assertThat(Contexts.keyManager(store, PASSWORD).getServerAliases("EC", null))
                .containsExactly("key");
    }

    @Test
    void aWrongPasswordIsSaidAtOnce() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        assertThatThrownBy(() -> factory.init(EC.keyStore("key", PASSWORD), "wrong".toCharArray()))
                .isInstanceOf(UnrecoverableKeyException.class)
                .hasMessageContaining("the key key can't be had");
    }

    @Test
    void aKeyThatIsNotItsCertificatesIsSaidAtOnce() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("mixed", EC.privateKey(), PASSWORD, RSA.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        assertThatThrownBy(() -> factory.init(store, PASSWORD))
                .isInstanceOf(KeyStoreException.class)
                .hasMessageContaining("the entry mixed");
    }

    @Test
    void severalStoresAreReadOneBehindTheOther() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        factory.init(new KeyStoreBuilderParameters(List.of(builder("one", EC), builder("two", RSA))));
        X509ExtendedKeyManager manager = (X509ExtendedKeyManager) factory.getKeyManagers()[0];
        assertThat(manager.getCertificateChain("one")).containsExactly(EC.certificate());
        assertThat(manager.chooseServerAlias("RSA", null, null)).isEqualTo("two");

        factory.init(new KeyStoreBuilderParameters(List.of(builder("key", EC), builder("key", RSA))));
        manager = (X509ExtendedKeyManager) factory.getKeyManagers()[0];
        assertThat(manager.getServerAliases("EC", null)).containsExactly("0.key");
        assertThat(manager.getServerAliases("RSA", null)).containsExactly("1.key");
    }

    @Test
    void otherParametersAreRefused() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        assertThatThrownBy(() -> factory.init(new javax.net.ssl.CertPathTrustManagerParameters(
                        new java.security.cert.PKIXBuilderParameters(Contexts.store(ROOT.certificate()), null))))
                .isInstanceOf(InvalidAlgorithmParameterException.class)
                .hasMessageContaining("KeyStoreBuilderParameters");
        KeyStore.Builder closed = KeyStore.Builder.newInstance(
                EC.keyStore("key", PASSWORD), new KeyStore.PasswordProtection("wrong".toCharArray()));
        assertThatThrownBy(() -> factory.init(new KeyStoreBuilderParameters(closed)))
                .isInstanceOf(InvalidAlgorithmParameterException.class)
                .hasMessageContaining("the key key can't be had");
    }

    private static KeyStore.Builder builder(String alias, Issued issued) {
        return KeyStore.Builder.newInstance(
                issued.keyStore(alias, PASSWORD), new KeyStore.PasswordProtection(PASSWORD));
    }

    private static Issued client(KeyKind kind) {
        return ROOT.issue(Request.client("client").key(kind));
    }

    private static Issued edwards() {
        return ROOT.issue(Request.server("ed.example").key(KeyKind.ED25519));
    }

    private static X509ExtendedKeyManager manager(Object... namesAndKeys) throws GeneralSecurityException {
        return Contexts.keyManager(store(namesAndKeys), PASSWORD);
    }

    private static KeyStore store(Object... namesAndKeys) throws GeneralSecurityException {
        KeyStore store = Contexts.store();
        for (int i = 0; i < namesAndKeys.length; i += 2) {
            Issued issued = (Issued) namesAndKeys[i + 1];
            store.setKeyEntry(
                    (String) namesAndKeys[i],
                    issued.privateKey(),
                    PASSWORD,
                    issued.chain().toArray(X509Certificate[]::new));
        }
        return store;
    }

    private static java.util.Collection<String> shownBy(
            X509ExtendedKeyManager manager, boolean dovetail, String protocol, String host)
            throws SSLPeerUnverifiedException, java.security.cert.CertificateParsingException {
        var managers = new javax.net.ssl.KeyManager[] {manager};
        SSLEngine server = Contexts.server(dovetail ? Contexts.dovetail(managers, null) : Contexts.jdk(managers, null));
        EnginePair pair = new EnginePair(Contexts.client(Contexts.dovetail(null, Contexts.trust(ROOT)), host), server);
        Contexts.enable(pair, protocol);
        assertThat(pair.run().talks())
                .as("%s %s", pair.client.failure, pair.server.failure)
                .isTrue();
        X509Certificate shown =
                (X509Certificate) pair.client.engine.getSession().getPeerCertificates()[0];
        return shown.getSubjectAlternativeNames().stream()
                .map(name -> (String) name.get(1))
                .toList();
    }
}
