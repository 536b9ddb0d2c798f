package dev.dovetail.tls.cli;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.PskMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that name keys which both sides have already. They stand in a file: a command line is seen by every process. */
final class PskOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--psk",
            paramLabel = "FILE",
            description =
                    "Pre-shared keys: external PSKs of TLS 1.3, and keys of the PSK suites of TLS 1.2 that are named"
                            + " by --suites. A line each: IDENTITY:HEXADECIMAL.")
    private @Nullable Path file;

    @Option(
            names = "--psk-context",
            paramLabel = "TEXT",
            description = "Import the keys for this context (RFC 9258); the other side has to do the same.")
    private @Nullable String context;

    @Option(
            names = "--psk-alone",
            description = "Let TLS 1.3 use a key without a key share: no forward secrecy, where the other side agrees.")
    private boolean alone;

    /** In the order of the file; empty if none was named. */
    Optional<PreSharedKey[]> keys() throws IOException {
        Path named = file;
        if (named == null) return Optional.empty();
        List<PreSharedKey> keys = new ArrayList<>();
        for (String line : Files.readAllLines(named, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) keys.add(key(line.strip(), named));
        }
        return Optional.of(keys.toArray(PreSharedKey[]::new));
    }

    /** How TLS 1.3 uses them. */
    PskMode mode() {
        return alone ? PskMode.PSK_KE : PskMode.PSK_DHE_KE;
    }

    private PreSharedKey key(String line, Path named) {
        int colon = line.lastIndexOf(':');
        String digits = line.substring(colon + 1);
        // Checked here: the message of HexFormat would show a part of the key.
        if (colon < 1 || digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw refused(named, "a line is IDENTITY:HEXADECIMAL");
        }
        byte[] identity = line.substring(0, colon).getBytes(StandardCharsets.UTF_8);
        try {
            PreSharedKey key =
                    PreSharedKey.of(identity, Secret.of(HexFormat.of().parseHex(digits)));
            return context == null ? key : key.imported(context.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw refused(named, Messages.of(e));
        }
    }

    private ParameterException refused(Path named, String why) {
        return new ParameterException(command.commandLine(), "--psk " + named + ": " + why);
    }
}
