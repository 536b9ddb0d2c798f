package dev.dovetail.tls.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyLogTest {

    @Test
    void appendsALineForEachSecretAndWipesIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys");
        for (int i = 0; i < 2; i++) {
            Secret secret = Secret.of(new byte[] {0, (byte) 0xff, 7});
            KeyLog.appendingTo(file).on(new TlsEvent.SecretDerived("LABEL", new byte[] {1, 2}, 3, Optional.of(secret)));
            assertThat(secret.isClosed()).isTrue();
        }
        assertThat(Files.readAllLines(file)).containsExactly("LABEL 0102 00ff07", "LABEL 0102 00ff07");
    }

    @Test
    void isForItsOwnerOnly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys");
        KeyLog.appendingTo(file);
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) return;
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
