package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the provider is found, under which names, and beside another one. */
class ProviderTest {

    private static final Authority ROOT = Authority.create("root");
    private static final Issued SERVER = ROOT.issue(Request.server(Contexts.HOST));

    @ParameterizedTest
    @CsvSource({"TLS, TLSv1.3 TLSv1.2", "SSL, TLSv1.3 TLSv1.2", "TLSv1.3, TLSv1.3 TLSv1.2", "TLSv1.2, TLSv1.2"})
    void contextsHaveTheJdksNames(String name, String protocols) throws Exception {
        SSLContext context = SSLContext.getInstance(name, Contexts.DOVETAIL);
        context.init(null, null, null);
        assertThat(context.getProtocol()).isEqualTo(name);
        assertThat(context.createSSLEngine().getEnabledProtocols()).containsExactly(protocols.split(" "));
    }

    @Test
    void itHasNoVersionsThatNobodyShouldUse() {
        for (String name : List.of("TLSv1", "TLSv1.1", "SSLv3", "DTLS")) {
            assertThatThrownBy(() -> SSLContext.getInstance(name, Contexts.DOVETAIL))
                    .isInstanceOf(NoSuchAlgorithmException.class);
        }
    }

    @Test
    void factoriesAreCalledDovetail() throws Exception {
        assertThat(KeyManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL).getProvider())
                .isSameAs(Contexts.DOVETAIL);
        assertThat(TrustManagerFactory.getInstance("Dovetail", Contexts.DOVETAIL)
                        .getProvider())
                .isSameAs(Contexts.DOVETAIL);
        assertThatThrownBy(() -> KeyManagerFactory.getInstance("SunX509", Contexts.DOVETAIL))
                .isInstanceOf(NoSuchAlgorithmException.class);
    }

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(Provider.class).stream().map(ServiceLoader.Provider::type))
                .contains(DovetailProvider.class);
    }

    @Test
    void theModuleAndTheServicesFileSayTheSame() throws Exception {
        ModuleDescriptor module;
        try (InputStream in = own("module-info.class").openStream()) {
            module = ModuleDescriptor.read(in);
        }
        String services;
        try (InputStream in = own("META-INF/services/java.security.Provider").openStream()) {
            services = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        assertThat(module.provides()).hasSize(1);
        ModuleDescriptor.Provides provided = module.provides().iterator().next();
        assertThat(provided.service()).isEqualTo(Provider.class.getName());
        assertThat(provided.providers())
                .containsExactlyElementsOf(services.lines().toList());
        assertThat(provided.providers()).containsExactly(DovetailProvider.class.getName());
    }

    @Test
    void twoWithDifferentPartsLiveInOneJvm() {
        Catalog less = Contexts.CATALOG.without("AES_128_GCM", "AES_256_GCM");
        Provider one = Contexts.DOVETAIL;
        Provider two = new DovetailProvider("Two", DovetailOptions.of(less));
        SSLContext server = Contexts.context(one, Contexts.keys(SERVER), null);
        SSLContext client = Contexts.context(two, null, Contexts.trust(ROOT));
        EnginePair pair = new EnginePair(Contexts.client(client), Contexts.server(server));
        assertThat(pair.run().talks())
                .as("%s %s", pair.client.failure, pair.server.failure)
                .isTrue();
        assertThat(pair.client.engine.getSession().getCipherSuite()).isEqualTo("TLS_CHACHA20_POLY1305_SHA256");
        assertThat(server.getSupportedSSLParameters().getCipherSuites()).contains("TLS_AES_128_GCM_SHA256");
        assertThat(client.getSupportedSSLParameters().getCipherSuites()).doesNotContain("TLS_AES_128_GCM_SHA256");
        assertThatThrownBy(
                        () -> client.createSSLEngine().setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AES_128_GCM");
    }

    /** Of all files of this name the one that stands beside the provider. */
    private static URL own(String name) throws Exception {
        String place = DovetailProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        return Collections.list(DovetailProvider.class.getClassLoader().getResources(name)).stream()
                .filter(url -> url.toString().contains(place))
                .findFirst()
                .orElseThrow();
    }
}
