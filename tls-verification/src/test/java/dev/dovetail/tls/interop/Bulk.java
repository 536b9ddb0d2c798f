package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Some MiB both ways between a program and us, compared by digest. */
final class Bulk {

    private static final int LENGTH = 3 << 20;

    private Bulk() {}

    /** Sends us what the program gets on its standard input, and the program what it writes to its output. */
    static void exchange(Program program, TlsStream stream) throws IOException {
        String upload = "(" + digits(1) + ")\n";
        // The program reads no faster than we do, so one thread alone would wait for itself.
        CompletableFuture<Void> typing = CompletableFuture.runAsync(
                () -> program.send(upload.getBytes(StandardCharsets.ISO_8859_1)), task -> new Thread(task).start());
        assertThat(digest(Net.receive(stream, upload.length()))).isEqualTo(digest(upload));
        typing.orTimeout(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();

        String download = "<" + digits(2) + ">";
        Net.send(stream, download);
        String arrived = program.awaitOutput(Pattern.compile("<\\d{1000,}\\D")).group();
        assertThat(digest(arrived)).isEqualTo(digest(download));
    }

    /** Digits only: no program takes them for a command. */
    private static String digits(long seed) {
        byte[] digits = new byte[LENGTH];
        Random random = new Random(seed);
        for (int i = 0; i < digits.length; i++) digits[i] = (byte) ('0' + random.nextInt(10));
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static String digest(String text) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
