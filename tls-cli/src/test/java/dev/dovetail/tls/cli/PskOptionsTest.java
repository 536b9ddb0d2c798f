package dev.dovetail.tls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.handshake.psk.PreSharedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class PskOptionsTest {

    private static final String KEY = "00112233445566778899aabbccddeeff";

    @TempDir
    private Path folder;

    @Command
    private static final class Host {
        @Mixin
        private PskOptions psk;
    }

    @Test
    void readsALineForEachKey() throws Exception {
        PreSharedKey[] keys = options("# keys of the house\nboiler 7:" + KEY + "\n\na:b:" + KEY + "\n", "")
                .keys()
                .orElseThrow();
        assertThat(keys).extracting(key -> text(key.identity())).containsExactly("boiler 7", "a:b");
        assertThat(keys).allMatch(key -> key.key().length() == 16 && !key.isImported());
    }

    @Test
    void importsThemForAContext() throws Exception {
        PreSharedKey[] keys = options("a:" + KEY, "--psk-context=cellar").keys().orElseThrow();
        assertThat(text(keys[0].context().orElseThrow())).isEqualTo("cellar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon", ":" + KEY, "a:0g112233445566778899aabbccddeeff", "a:012", "a:0123"})
    void refusesALineWithoutShowingTheKey(String line) {
        assertThatThrownBy(() -> options(line, "").keys())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--psk")
                .hasMessageNotContaining(line.substring(line.indexOf(':') + 1));
    }

    private PskOptions options(String content, String more) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "psk", ".txt"), content);
        Host host = new Host();
        CommandLine command = new CommandLine(host);
        if (more.isEmpty()) command.parseArgs("--psk", file.toString());
        else command.parseArgs("--psk", file.toString(), more);
        return host.psk;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
