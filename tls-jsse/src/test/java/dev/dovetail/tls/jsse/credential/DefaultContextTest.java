package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What system properties do, each time in a JVM of its own. */
class DefaultContextTest {

    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    Path directory;

    private final List<String> properties = new ArrayList<>();

    @BeforeEach
    void writeStores() throws Exception {
        Authority root = Authority.create("root");
        Issued issued = root.issue(Request.server(Contexts.HOST).withoutPurposes());
        property("javax.net.ssl.keyStore", write("keys.p12", issued.keyStore("key", PASSWORD)));
        property("javax.net.ssl.keyStorePassword", "secret");
        property("javax.net.ssl.trustStore", write("trust.p12", root.trustStore()));
        property("javax.net.ssl.trustStorePassword", "secret");
    }

    @Test
    void theDefaultContextHasTheStoresOfTheProperties() throws Exception {
        assertThat(output()).contains("Dovetail Default talks: true").contains("TLSv1.3 ");
    }

    @Test
    void theKeyLogMayBeAProperty() throws Exception {
        Path log = directory.resolve("keys.log");
        property("dovetail.insecureKeyLog", log.toString());
        assertThat(output()).contains("talks: true");
        assertThat(Files.readAllLines(log)).anyMatch(line -> line.startsWith("CLIENT_TRAFFIC_SECRET_0 "));
    }

    @Test
    void protocolsAndSuitesMayBeProperties() throws Exception {
        property("jdk.tls.client.protocols", "TLSv1.2");
        property("jdk.tls.client.cipherSuites", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
        assertThat(output()).contains("TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    }

    @Test
    void theLengthOfChainsMayBeAProperty() throws Exception {
        property("jdk.tls.maxCertificateChainLength", "0");
        assertThat(output()).contains("talks: false").contains("1 certificates, and 0 are the most");
    }

    @Test
    void ourFactoriesMayBeTheDefaultOnes() throws Exception {
        Path security = Files.writeString(
                directory.resolve("security"),
                "ssl.KeyManagerFactory.algorithm=Dovetail\nssl.TrustManagerFactory.algorithm=Dovetail\n");
        property("java.security.properties", security.toString());
        assertThat(output()).contains("talks: true");
    }

    /** Which say nothing about our suites. */
    @Test
    void theJdksManagersAskItsDisabledAlgorithms() throws Exception {
        Path security = Files.writeString(
                directory.resolve("security"), "jdk.tls.disabledAlgorithms=EC keySize < 300, AES_256_GCM\n");
        property("java.security.properties", security.toString());
        assertThat(output()).contains("talks: false");
        Files.writeString(security, "jdk.tls.disabledAlgorithms=EC keySize < 200, AES_256_GCM\n");
        property("jdk.tls.client.cipherSuites", "TLS_AES_256_GCM_SHA384");
        assertThat(output()).contains("talks: true");
    }

    @Test
    void theProviderMayStandInTheSecurityFile() throws Exception {
        StringBuilder providers = new StringBuilder("security.provider.1=Dovetail\n");
        int number = 2;
        for (Provider provider : Security.getProviders()) {
            providers.append("security.provider." + number++ + "=" + provider.getName() + "\n");
        }
        Path security = Files.writeString(directory.resolve("security"), providers);
        property("java.security.properties", security.toString());
        property("registered", "true");
        assertThat(output()).contains("Dovetail Default talks: true");
    }

    private void property(String name, String value) {
        properties.add("-D" + name + "=" + value);
    }

    private String write(String name, KeyStore store) throws Exception {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file.toString();
    }

    private String output() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"));
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DefaultContextProgram.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
