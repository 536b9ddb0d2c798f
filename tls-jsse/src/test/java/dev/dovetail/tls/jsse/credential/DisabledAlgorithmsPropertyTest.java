package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jdk.tls.disabledAlgorithms} where the trust manager is not the JDK's, each time in a JVM of its own. */
class DisabledAlgorithmsPropertyTest {

    @TempDir
    Path directory;

    @Test
    void keysThatAreTooShortAreRefusedByEveryManager() throws Exception {
        assertThat(output("RSA keySize < 3072 & usage TLSServer"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .contains("false")
                        .contains("RSA keySize < 3072 & usage TLSServer")
                        .contains("2048 bits"));
    }

    @Test
    void theAlertSaysThatTheCertificateWasRefused() throws Exception {
        assertThat(output("SHA256withECDSA").subList(0, 2))
                .allSatisfy(line -> assertThat(line).contains("false").contains("certificate_unknown"));
    }

    @Test
    void whatIsNotDisabledIsFine() throws Exception {
        assertThat(output("RSA keySize < 2048, RSA usage TLSClient, TLS_RSA_*"))
                .containsExactly("plain true null null", "own true null null", "elsewhere true");
    }

    private List<String> output(String disabled) throws Exception {
        Path security =
                Files.writeString(directory.resolve("security"), "jdk.tls.disabledAlgorithms=" + disabled + "\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.security.properties=" + security,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainManagerProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return output.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
