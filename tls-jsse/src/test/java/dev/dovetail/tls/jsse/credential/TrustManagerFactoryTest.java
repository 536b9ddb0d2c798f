package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyStoreBuilderParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** What TrustManagerFactory "Dovetail" makes of stores and parameters. */
class TrustManagerFactoryTest {

    private static final Authority ROOT = Authority.create("root");
    private static final Issued SERVER = ROOT.issue(Request.server(Contexts.HOST));

    @Test
    void withoutAStoreTheJdksIsTrusted() throws Exception {
        TrustManagerFactory jdk = TrustManagerFactory.getInstance("PKIX");
        jdk.init((java.security.KeyStore) null);
        X509Certificate[] known = ((X509TrustManager) jdk.getTrustManagers()[0]).getAcceptedIssuers();
        X509Certificate[] trusted =
                ((X509TrustManager) Contexts.trust((java.security.KeyStore) null)[0]).getAcceptedIssuers();
        assertThat(trusted).isNotEmpty().containsExactlyInAnyOrder(known);
    }

    @Test
    void anEmptyStoreTrustsNobody() {
        X509TrustManager manager = (X509TrustManager) Contexts.trust(Contexts.store())[0];
        assertThat(manager.getAcceptedIssuers()).isEmpty();
        assertThatThrownBy(() -> manager.checkServerTrusted(chain(SERVER), "UNKNOWN"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("nobody is trusted here");
    }

    @Test
    void withAnEmptyStoreAHandshakeEndsWithAnAlert() {
        EnginePair pair = new EnginePair(
                Contexts.client(Contexts.dovetail(null, Contexts.trust(Contexts.store()))),
                Contexts.server(Contexts.dovetail(Contexts.keys(SERVER), null)));
        assertThat(pair.run().talks()).isFalse();
        assertThat(pair.server.failure).hasMessageContaining("unknown_ca");
    }

    @Test
    void aKeysOwnCertificateIsTrustedToo() throws Exception {
        char[] password = "secret".toCharArray();
        Issued own = Authority.selfSigned(Request.server(Contexts.HOST));
        X509TrustManager manager = (X509TrustManager) Contexts.trust(own.keyStore("key", password))[0];
        assertThat(manager.getAcceptedIssuers()).containsExactly(own.certificate());
        manager.checkServerTrusted(chain(own), "UNKNOWN");
    }

    @Test
    void beforeItIsInitialisedItHasNoManagers() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        assertThatThrownBy(factory::getTrustManagers).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void outsideOfAHandshakeItJudgesAsTheJdksDoes() throws Exception {
        X509ExtendedTrustManager manager = Contexts.trustManager(ROOT);
        manager.checkServerTrusted(chain(SERVER), "UNKNOWN");
        manager.checkClientTrusted(chain(ROOT.issue(Request.client("client"))), "EC");
        assertThatThrownBy(() -> manager.checkClientTrusted(chain(SERVER), "EC"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("clientAuth");
        assertThatThrownBy(() -> manager.checkServerTrusted(new X509Certificate[0], "UNKNOWN"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manager.checkServerTrusted(chain(SERVER), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anchorsAndTimeOfPathParametersCount() throws Exception {
        PKIXBuilderParameters parameters = parameters();
        parameters.setDate(Date.from(Instant.now().plus(Duration.ofDays(100))));
        X509TrustManager manager = manager(parameters);
        assertThat(manager.getAcceptedIssuers()).containsExactly(ROOT.certificate());
        assertThatThrownBy(() -> manager.checkServerTrusted(chain(SERVER), "UNKNOWN"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("ended on");
        manager(parameters()).checkServerTrusted(chain(SERVER), "UNKNOWN");
    }

    @Test
    void revocationIsCheckedByTheCheckerOfTheParameters() throws Exception {
        OcspResponder responder = new OcspResponder();
        Authority root = responder.authority();
        Issued good = root.issue(Request.server(Contexts.HOST));
        Issued bad = root.issue(Request.server(Contexts.HOST));
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK));
        checker.setOcspResponses(Map.of(
                good.certificate(), responder.response(good.certificate(), false),
                bad.certificate(), responder.response(bad.certificate(), true)));
        PKIXBuilderParameters parameters =
                new PKIXBuilderParameters(Set.of(new TrustAnchor(root.certificate(), null)), null);
        parameters.addCertPathChecker(checker);
        TrustManagerFactory jdk = TrustManagerFactory.getInstance("PKIX");
        jdk.init(new CertPathTrustManagerParameters(parameters));
        for (X509TrustManager manager : List.of(manager(parameters), (X509TrustManager) jdk.getTrustManagers()[0])) {
            manager.checkServerTrusted(new X509Certificate[] {good.certificate()}, "UNKNOWN");
            EnginePair pair = new EnginePair(
                    Contexts.client(Contexts.dovetail(null, new TrustManager[] {manager})),
                    Contexts.server(Contexts.dovetail(
                            Contexts.keys(new Issued(bad.privateKey(), List.of(bad.certificate()))), null)));
            assertThat(pair.run().talks()).isFalse();
            assertThat(pair.server.failure).hasMessageContaining("certificate_revoked");
        }
    }

    @Test
    void whereRevocationCantBeFoundOutThePeerIsRefused() throws Exception {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(Contexts.store(ROOT.certificate()), null);
        assertThat(parameters.isRevocationEnabled()).isTrue();
        assertThatThrownBy(() -> manager(parameters).checkServerTrusted(chain(SERVER), "UNKNOWN"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void aSelectorThatSelectsAllIsFine() throws Exception {
        PKIXBuilderParameters parameters =
                new PKIXBuilderParameters(Contexts.store(ROOT.certificate()), new X509CertSelector());
        parameters.setRevocationEnabled(false);
        manager(parameters).checkServerTrusted(chain(SERVER), "UNKNOWN");
    }

    @Test
    void whatCantBeFollowedIsRefused() throws Exception {
        PKIXBuilderParameters stores = parameters();
        stores.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of())));
        refuses(stores, "CertStores");
        PKIXBuilderParameters policies = parameters();
        policies.setInitialPolicies(Set.of("1.2.3"));
        refuses(policies, "initial policies");
        PKIXBuilderParameters rules = parameters();
        rules.setExplicitPolicyRequired(true);
        refuses(rules, "rules about policies");
        PKIXBuilderParameters length = parameters();
        length.setMaxPathLength(1);
        refuses(length, "a length of paths");
        PKIXBuilderParameters provider = parameters();
        provider.setSigProvider("SUN");
        refuses(provider, "a provider of signatures");
        X509CertSelector selector = new X509CertSelector();
        selector.setSerialNumber(java.math.BigInteger.ONE);
        PKIXBuilderParameters target = parameters();
        target.setTargetCertConstraints(selector);
        refuses(target, "constraints on the peer's certificate");
        refuses(
                new PKIXBuilderParameters(
                        Set.of(new TrustAnchor(
                                ROOT.certificate().getSubjectX500Principal(),
                                ROOT.certificate().getPublicKey(),
                                null)),
                        null),
                "a trust anchor without a certificate");
    }

    @Test
    void otherParametersAreRefused() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        var builder = java.security.KeyStore.Builder.newInstance(
                Contexts.store(), new java.security.KeyStore.PasswordProtection(null));
        assertThatThrownBy(() -> factory.init(new KeyStoreBuilderParameters(builder)))
                .isInstanceOf(InvalidAlgorithmParameterException.class);
    }

    private static void refuses(PKIXBuilderParameters parameters, String what) throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        assertThatThrownBy(() -> factory.init(new CertPathTrustManagerParameters(parameters)))
                .isInstanceOf(InvalidAlgorithmParameterException.class)
                .hasMessageContaining("can't follow " + what);
    }

    private static X509TrustManager manager(PKIXBuilderParameters parameters) throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL);
        factory.init(new CertPathTrustManagerParameters(parameters));
        assertThat(Arrays.asList(factory.getTrustManagers())).hasSize(1);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static PKIXBuilderParameters parameters() throws Exception {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(Contexts.store(ROOT.certificate()), null);
        parameters.setRevocationEnabled(false);
        return parameters;
    }

    private static X509Certificate[] chain(Issued issued) {
        return issued.chain().toArray(X509Certificate[]::new);
    }
}
