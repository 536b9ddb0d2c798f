package dev.dovetail.tls.jsse.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.jsse.DovetailProvider;
import dev.dovetail.tls.jsse.TlsConnection;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Groups and signature schemes by the setters that Java 20 has, against the packed jar: directories have no versions.
 */
class NewerParametersIT {

    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Authority ROOT = Authority.create("root", KeyKind.RSA_2048);
    private static final Issued SERVER = ROOT.issue(
            Request.server("host.example").key(KeyKind.RSA_2048).signedWith(CertificateSignature.RSA_PSS_SHA512));

    @Test
    void theJarHasBothClassesAndSaysSo() throws Exception {
        File file = new File(place());
        assertThat(file).isFile().hasExtension("jar");
        try (JarFile jar = new JarFile(file, false, ZipFile.OPEN_READ, Runtime.version())) {
            assertThat(jar.isMultiRelease()).isTrue();
            assertThat(jar.getManifest().getMainAttributes().getValue("Multi-Release"))
                    .isEqualTo("true");
            String name = NewerParameters.class.getName().replace('.', '/') + ".class";
            assertThat(jar.getEntry("META-INF/versions/20/" + name)).isNotNull();
            String real = jar.getJarEntry(name).getRealName();
            assertThat(real.startsWith("META-INF/versions/20/")).isEqualTo(hasSetters());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void groupsMayBeChosenAlone(String protocol) throws Exception {
        assumeSetters();
        SSLEngine client = engine(true, protocol);
        assertThat(get(client.getSSLParameters(), "NamedGroups")).isNull();
        set(client, "NamedGroups", "no_such_group", "secp384r1");
        assertThat(get(client.getSSLParameters(), "NamedGroups")).containsExactly("no_such_group", "secp384r1");
        assertThat(get(client.getSSLParameters(), "SignatureSchemes")).isNull();
        ConnectionInfo info = agreed(client, engine(false, protocol));
        assertThat(info.group()).map(Part::name).contains("secp384r1");

        SSLEngine server = engine(false, protocol);
        set(server, "NamedGroups", "secp256r1");
        assertThat(agreed(engine(true, protocol), server).group())
                .map(Part::name)
                .contains("secp256r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void schemesMayBeChosenAlone(String protocol) throws Exception {
        assumeSetters();
        SSLEngine client = engine(true, protocol);
        set(client, "SignatureSchemes", "no_such_scheme", "rsa_pss_rsae_sha512");
        assertThat(get(client.getSSLParameters(), "SignatureSchemes"))
                .containsExactly("no_such_scheme", "rsa_pss_rsae_sha512");
        assertThat(get(client.getSSLParameters(), "NamedGroups")).isNull();
        ConnectionInfo info = agreed(client, engine(false, protocol));
        assertThat(info.peerScheme()).map(Part::name).contains("rsa_pss_rsae_sha512");

        SSLEngine server = engine(false, protocol);
        set(server, "SignatureSchemes", "rsa_pss_rsae_sha384");
        assertThat(agreed(engine(true, protocol), server).peerScheme())
                .map(Part::name)
                .contains("rsa_pss_rsae_sha384");
    }

    @Test
    void whatWasChosenMayBeTakenBack() throws Exception {
        assumeSetters();
        SSLEngine client = engine(true, "TLSv1.3");
        String usual = agreed(engine(true, "TLSv1.3"), engine(false, "TLSv1.3"))
                .group()
                .orElseThrow()
                .name();
        set(client, "NamedGroups", "secp256r1");
        set(client, "NamedGroups", (String[]) null);
        assertThat(agreed(client, engine(false, "TLSv1.3")).group())
                .map(Part::name)
                .contains(usual);
    }

    private static URI place() throws Exception {
        return NewerParameters.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
    }

    private static boolean hasSetters() {
        return Runtime.version().feature() >= 20;
    }

    private static void assumeSetters() {
        assumeTrue(hasSetters(), "SSLParameters has neither setNamedGroups nor setSignatureSchemes before Java 20");
    }

    private static void set(SSLEngine engine, String what, String... names) throws Exception {
        SSLParameters parameters = engine.getSSLParameters();
        call(parameters, "set" + what, new Class<?>[] {String[].class}, (Object) names);
        engine.setSSLParameters(parameters);
    }

    private static String[] get(SSLParameters parameters, String what) throws Exception {
        return (String[]) call(parameters, "get" + what, new Class<?>[0]);
    }

    private static Object call(SSLParameters parameters, String method, Class<?>[] types, Object... arguments)
            throws Exception {
        try {
            return SSLParameters.class.getMethod(method, types).invoke(parameters, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method, e.getCause());
        }
    }

    private static SSLEngine engine(boolean client, String protocol) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS", new DovetailProvider());
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(SERVER.keyStore("key", PASSWORD), PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(ROOT.trustStore());
        context.init(client ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        SSLEngine engine = context.createSSLEngine("host.example", 443);
        engine.setUseClientMode(client);
        engine.setEnabledProtocols(new String[] {protocol});
        return engine;
    }

    private static ConnectionInfo agreed(SSLEngine client, SSLEngine server) throws Exception {
        EngineLink.between(client, server).run();
        return ((TlsConnection) client).info().orElseThrow();
    }
}
