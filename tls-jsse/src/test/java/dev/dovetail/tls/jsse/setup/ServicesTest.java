package dev.dovetail.tls.jsse.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.jsse.DovetailProvider;
import java.security.Provider;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.TrustManagerFactorySpi;
import org.junit.jupiter.api.Test;

/** What the provider says that it has. */
class ServicesTest {

    private final Provider provider = new DovetailProvider();

    @Test
    void servicesAreListedByTypeAndAlgorithm() {
        assertThat(provider.getServices())
                .extracting(service -> service.getType() + " " + service.getAlgorithm())
                .containsExactlyInAnyOrder(
                        "SSLContext TLS",
                        "SSLContext TLSv1.2",
                        "SSLContext TLSv1.3",
                        "SSLContext Default",
                        "KeyManagerFactory Dovetail",
                        "TrustManagerFactory Dovetail");
        assertThat(provider.getService("SSLContext", "SSL")).isSameAs(provider.getService("SSLContext", "TLS"));
        assertThat(provider.getService("SSLContext", "TLSv1.1")).isNull();
    }

    @Test
    void eachIsOfTheClassThatItNames() throws Exception {
        for (Provider.Service service : provider.getServices()) {
            Class<?> named = Class.forName(service.getClassName());
            assertThat(named)
                    .isAssignableTo(
                            switch (service.getType()) {
                                case "SSLContext" -> SSLContextSpi.class;
                                case "KeyManagerFactory" -> KeyManagerFactorySpi.class;
                                default -> TrustManagerFactorySpi.class;
                            });
            assertThat(service.newInstance(null)).isExactlyInstanceOf(named);
            assertThat(service.getProvider()).isSameAs(provider);
            assertThat(service.toString()).contains(service.getClassName());
        }
    }
}
