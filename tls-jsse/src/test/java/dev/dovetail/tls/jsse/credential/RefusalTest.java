package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificates are refused, and with which alert, by our own managers and by the JDK's in our contexts. */
class RefusalTest {

    private static final Authority ROOT = Authority.create("root");
    private static final Authority RSA_ROOT = Authority.create("rsa root", KeyKind.RSA_2048);
    private static final Issued GOOD = ROOT.issue(Request.server(Contexts.HOST));

    /** Alerts by us, and by the JDK's manager: of a name it says no more than that the certificate was refused. */
    static Stream<Arguments> refused() throws Exception {
        Authority stranger = Authority.create("stranger");
        return Stream.of(
                Arguments.of("expired", ROOT.issue(Request.server(Contexts.HOST).expired()), "certificate_expired"),
                Arguments.of(
                        "not yet valid",
                        ROOT.issue(Request.server(Contexts.HOST).notYetValid()),
                        "certificate_expired"),
                Arguments.of("untrusted", stranger.issue(Request.server(Contexts.HOST)), "unknown_ca"),
                Arguments.of("wrong name", ROOT.issue(Request.server("other.example")), "certificate_unknown"),
                Arguments.of(
                        "no name",
                        ROOT.issue(Request.server("other.example").withoutAlternativeNames()),
                        "certificate_unknown"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void theAlertSaysWhatIsWrong(String what, Issued issued, String alert) {
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            for (TrustManager[] trust : List.of(Contexts.trust(ROOT), Contexts.jdkTrust(ROOT))) {
                EnginePair pair = pair(trust, issued, protocol);
                assertThat(pair.run().talks()).as(what).isFalse();
                assertThat(pair.server.failure).hasMessageContaining(alert);
                assertThat(pair.client.failure).isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    /** By the JDK's default of {@code jdk.certpath.disabledAlgorithms}, which both managers ask. */
    @Test
    void shortKeysAreRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1023);
        KeyPair shortKey = generator.generateKeyPair();
        Issued issued = ROOT.issue(Request.server(Contexts.HOST).key(KeyKind.RSA_2048, shortKey));
        for (TrustManager[] trust : List.of(Contexts.trust(ROOT), Contexts.jdkTrust(ROOT))) {
            EnginePair pair = pair(trust, issued, "TLSv1.2");
            assertThat(pair.run().talks()).isFalse();
            assertThat(pair.client.failure).hasMessageContaining("1023");
            assertThat(pair.server.failure).hasMessageContaining("bad_certificate");
        }
    }

    /** The signature is none that was offered, so no manager has to be asked. */
    @Test
    void certificatesSignedWithSha1AreRefused() {
        Issued issued = ROOT.issue(Request.server(Contexts.HOST).signedWith(CertificateSignature.ECDSA_SHA1));
        for (TrustManager[] trust : List.of(Contexts.trust(ROOT), Contexts.jdkTrust(ROOT))) {
            EnginePair pair = pair(trust, issued, "TLSv1.2");
            assertThat(pair.run().talks()).isFalse();
            assertThat(pair.client.failure).hasMessageContaining("SHA1withECDSA");
            assertThat(pair.server.failure).hasMessageContaining("unsupported_certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theApplicationsConstraintsRefuseCertificates(boolean own) {
        Issued issued = RSA_ROOT.issue(Request.server(Contexts.HOST).signedWith(CertificateSignature.RSA_SHA384));
        TrustManager[] trust = own ? Contexts.trust(RSA_ROOT) : Contexts.jdkTrust(RSA_ROOT);
        EnginePair pair = pair(trust, issued, "TLSv1.3");
        constrain(pair.client.engine, "SHA384withRSA");
        assertThat(pair.run().talks()).isFalse();
        assertThat(pair.client.failure).isInstanceOf(SSLHandshakeException.class);
        assertThat(pair.server.failure).isInstanceOf(SSLHandshakeException.class);

        EnginePair unconstrained = pair(trust, issued, "TLSv1.3");
        constrain(unconstrained.client.engine, "SHA512withRSA");
        assertThat(unconstrained.run().talks())
                .as("%s %s", unconstrained.client.failure, unconstrained.server.failure)
                .isTrue();
    }

    @Test
    void theApplicationsConstraintsRefuseSuites() {
        EnginePair pair = pair(Contexts.trust(ROOT), GOOD, "TLSv1.3");
        constrain(pair.client.engine, "TLS_AES_256_GCM_SHA384");
        constrain(pair.server.engine, "TLS_CHACHA20_POLY1305_SHA256");
        assertThat(pair.run().talks()).isTrue();
        assertThat(pair.client.engine.getSession().getCipherSuite()).isEqualTo("TLS_AES_128_GCM_SHA256");
    }

    @Test
    void behindAManagerThatIsNotExtendedTheNameIsChecked() {
        List<String> asked = new ArrayList<>();
        X509TrustManager plain = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType) {
                asked.add("client " + authType);
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) {
                asked.add("server " + authType);
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        EnginePair good = pair(new TrustManager[] {plain}, GOOD, "TLSv1.2");
        assertThat(good.run().talks()).isTrue();
        assertThat(asked).containsExactly("server ECDHE_ECDSA");
        EnginePair wrong = pair(new TrustManager[] {plain}, ROOT.issue(Request.server("other.example")), "TLSv1.3");
        assertThat(wrong.run().talks()).isFalse();
        assertThat(wrong.client.failure)
                .hasMessageContaining("host.example")
                .hasCauseInstanceOf(CertificateException.class);
        assertThat(wrong.server.failure).hasMessageContaining("certificate_unknown");
        EnginePair constrained = pair(new TrustManager[] {plain}, GOOD, "TLSv1.3");
        constrain(constrained.client.engine, "EC");
        assertThat(constrained.run().talks()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void waysToIdentifyTheServerThatNobodyKnowsAreRefused(boolean own) {
        TrustManager[] trust = own ? Contexts.trust(ROOT) : new TrustManager[] {new AcceptingAnyone()};
        EnginePair unknown = pair(trust, GOOD, "TLSv1.3");
        identify(unknown.client.engine, "SMTPS");
        assertThat(unknown.run().talks()).isFalse();
        assertThat(unknown.client.failure)
                .hasCauseInstanceOf(CertificateException.class)
                .hasMessageContaining("SMTPS")
                .hasMessageContaining("HTTPS, LDAPS");
        assertThat(unknown.server.failure).hasMessageContaining("certificate_unknown");
        for (String known : List.of("LDAPS", "https", "")) {
            EnginePair pair = pair(trust, GOOD, "TLSv1.3");
            identify(pair.client.engine, known);
            assertThat(pair.run().talks()).as(known).isTrue();
        }
    }

    @Test
    void ofAManagerThatIsWrappedTheAlertRemains() {
        X509TrustManager own = Contexts.trustManager(ROOT);
        X509TrustManager wrapping = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
                own.checkClientTrusted(chain, authType);
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
                own.checkServerTrusted(chain, authType);
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return own.getAcceptedIssuers();
            }
        };
        EnginePair pair = pair(
                new TrustManager[] {wrapping},
                Authority.create("stranger").issue(Request.server(Contexts.HOST)),
                "TLSv1.3");
        assertThat(pair.run().talks()).isFalse();
        assertThat(pair.server.failure).hasMessageContaining("unknown_ca");
    }

    @Test
    void aChainOfMoreThanTenIsRefused() {
        Authority last = ROOT;
        for (int i = 0; i < 9; i++) last = last.intermediate("between " + i);
        Issued ten = last.issue(Request.server(Contexts.HOST));
        Issued eleven = last.intermediate("the last").issue(Request.server(Contexts.HOST));
        assertThat(List.of(ten.chain().size(), eleven.chain().size())).containsExactly(10, 11);
        TrustManager[] anyone = {new AcceptingAnyone()};
        assertThat(pair(anyone, ten, "TLSv1.3").run().talks()).isTrue();
        EnginePair pair = pair(anyone, eleven, "TLSv1.3");
        assertThat(pair.run().talks()).isFalse();
        assertThat(pair.client.failure).hasMessageContaining("11 certificates");
        assertThat(pair.server.failure).hasMessageContaining("bad_certificate");
    }

    @Test
    void withoutATrustManagerForCertificatesNobodyIsTrusted() {
        EnginePair pair = pair(new TrustManager[0], GOOD, "TLSv1.3");
        assertThat(pair.run().talks()).isFalse();
        assertThat(pair.server.failure).hasMessageContaining("certificate_unknown");
    }

    @Test
    void ownManagersInTheJdksContextRefuseTheSame() {
        Issued wrong = ROOT.issue(Request.server("other.example"));
        EnginePair pair = new EnginePair(
                Contexts.client(Contexts.jdk(null, Contexts.trust(ROOT))),
                Contexts.server(Contexts.jdk(Contexts.keys(wrong), null)));
        assertThat(pair.run().talks()).isFalse();
        assertThat(pair.client.failure).hasMessageContaining("not for host.example");
        EnginePair constrained = new EnginePair(
                Contexts.client(Contexts.jdk(null, Contexts.trust(RSA_ROOT))),
                Contexts.server(Contexts.jdk(
                        Contexts.keys(RSA_ROOT.issue(
                                Request.server(Contexts.HOST).signedWith(CertificateSignature.RSA_SHA384))),
                        null)));
        assertThat(constrained.run().talks()).isTrue();
        assertThatThrownBy(() -> {
                    SSLEngine engine = Contexts.client(Contexts.jdk(null, Contexts.trust(RSA_ROOT)));
                    constrain(engine, "SHA384withRSA");
                    Contexts.trustManager(RSA_ROOT)
                            .checkServerTrusted(
                                    RSA_ROOT.issue(Request.server(Contexts.HOST)
                                                    .signedWith(CertificateSignature.RSA_SHA384))
                                            .chain()
                                            .toArray(X509Certificate[]::new),
                                    "UNKNOWN",
                                    engine);
                })
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("constraints forbid");
    }

    private static EnginePair pair(TrustManager[] trust, Issued issued, String protocol) {
        EnginePair pair = new EnginePair(
                Contexts.client(Contexts.dovetail(null, trust)),
                Contexts.server(Contexts.dovetail(Contexts.keys(issued), null)));
        Contexts.enable(pair, protocol);
        return pair;
    }

    private static void identify(SSLEngine engine, String algorithm) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(algorithm);
        engine.setSSLParameters(parameters);
    }

    private static void constrain(SSLEngine engine, String forbidden) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setAlgorithmConstraints(new Forbidding(forbidden));
        engine.setSSLParameters(parameters);
    }

    /** Forbids one name, whatever it names. */
    private record Forbidding(String name) implements AlgorithmConstraints {

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
            return !algorithm.toUpperCase(Locale.ROOT).equals(name.toUpperCase(Locale.ROOT));
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
            return permits(primitives, key.getAlgorithm(), null);
        }

        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives, String algorithm, Key key, AlgorithmParameters parameters) {
            return permits(primitives, algorithm, parameters) && permits(primitives, key);
        }
    }

    private static final class AcceptingAnyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
