package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's trust store is the default, and nothing more: who brings a verifier does not need it. */
class DefaultTrustTest {

    private static final Selection SELECTION = Selection.modern(Catalog.discover());
    private static final PeerVerifier OWN = peer -> {
        throw new AssertionError("nobody connects");
    };

    @Test
    void isTheDefault() {
        assertThat(ClientConfig.of(SELECTION).build().verifier()).isInstanceOf(PkixVerifier.class);
        assertThat(asking(ClientAuthentication.REQUESTED)).isInstanceOf(PkixVerifier.class);
    }

    @Test
    void isTheSameForAServerThatAsksNoClientButReadLater() {
        PeerVerifier deferred = asking(ClientAuthentication.NONE);
        assertThat(deferred).isNotInstanceOf(PkixVerifier.class);
        assertThat(deferred.identity().orElseThrow())
                .isEqualTo(PkixVerifier.systemTrust().identity().orElseThrow());
        assertThat(deferred.authorities())
                .containsExactlyElementsOf(PkixVerifier.systemTrust().authorities());
    }

    private static PeerVerifier asking(ClientAuthentication choice) {
        return ServerConfig.of(SELECTION).clientAuthentication(choice).build().verifier();
    }

    @Test
    void isNotReadWhereAVerifierIsGiven(@TempDir Path directory) throws IOException, InterruptedException {
        Path broken = Files.writeString(directory.resolve("cacerts"), "this is no key store");
        // The trust store is named by a property of the whole process, so this takes a process of its own.
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djavax.net.ssl.trustStore=" + broken,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutTrustStore.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("own: true true", "server: built")
                .contains("default: the JDK's default trust store can't be read");
    }

    /** The program of that process. */
    static final class WithoutTrustStore {

        public static void main(String[] args) {
            System.out.println("own: "
                    + (ClientConfig.of(SELECTION).verifier(OWN).build().verifier() == OWN) + " "
                    + (ServerConfig.of(SELECTION).verifier(OWN).build().verifier() == OWN));
            ServerConfig.of(SELECTION).build();
            System.out.println("server: built");
            try {
                ClientConfig.of(SELECTION).build();
            } catch (IllegalStateException unreadable) {
                System.out.println("default: " + unreadable.getMessage());
            }
        }
    }
}
