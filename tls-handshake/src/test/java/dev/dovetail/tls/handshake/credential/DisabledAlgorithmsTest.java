package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, because the JDK reads jdk.certpath.disabledAlgorithms once. */
class DisabledAlgorithmsTest {

    @TempDir
    private Path directory;

    @Test
    void honoursUsageTlsServerForServersOnly() throws Exception {
        assertThat(judgedWith("SHA256withECDSA usage TLSServer"))
                .containsExactly("SERVER refused CERTIFICATE_INVALID", "CLIENT accepted");
    }

    @Test
    void honoursUsageTlsClientForClientsOnly() throws Exception {
        assertThat(judgedWith("SHA256withECDSA usage TLSClient"))
                .containsExactly("SERVER accepted", "CLIENT refused CERTIFICATE_INVALID");
    }

    @Test
    void acceptsBothWhereNothingIsDisabled() throws Exception {
        assertThat(judgedWith("")).containsExactly("SERVER accepted", "CLIENT accepted");
    }

    private List<String> judgedWith(String disabled) throws Exception {
        Path properties = Files.writeString(
                directory.resolve("test.security"), "jdk.certpath.disabledAlgorithms=" + disabled + "\n");
        Path output = directory.resolve("output.txt");
        ProcessBuilder jvm = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Djava.security.properties=" + properties,
                "-cp",
                System.getProperty("java.class.path"),
                Judge.class.getName());
        // Java would say that it picked these up.
        jvm.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process =
                jvm.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    /** What runs in the other JVM. */
    static final class Judge {

        private Judge() {}

        public static void main(String[] arguments) {
            PkixVerifier verifier =
                    PkixVerifier.trusting(Fixture.chain("root")).at(Instant.parse("2027-06-01T00:00:00Z"));
            List<X509Certificate> chain = Fixture.chain("any", "inter");
            for (Role role : List.of(Role.SERVER, Role.CLIENT)) {
                Verdict verdict = verifier.verify(new PeerCertificates(
                                chain, role, Optional.of("server.test"), ProtocolVersion.TLS_1_3, false, List.of()))
                        .toCompletableFuture()
                        .join();
                System.out.println(role
                        + verdict.refusal()
                                .map(refusal -> " refused " + refusal.fault())
                                .orElse(" accepted"));
            }
        }
    }
}
