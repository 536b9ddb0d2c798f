package dev.dovetail.tls.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The demonstration as it is called, with a small file and few suites. */
class DemoCommandTest {

    @TempDir
    private Path directory;

    @Test
    void passesAgainstTheJdk() throws IOException {
        Run run = run(new DemoCommand(), "--suite", "TLS_AES_128_GCM", "--file", file().toString());

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.rows())
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(row -> row.contains("TLS_AES_128_GCM_SHA256"))
                .anyMatch(row -> row.contains("JSSE " + System.getProperty("java.version")))
                .allMatch(row -> row.contains("  ok"));
        int all = run.rows().size();
        assertThat(run.lines()).last().asString().startsWith(all + " of " + all + " passed");
    }

    /** CCM is in no JDK's TLS. */
    @Test
    void countsApartWhatOnlyWeSpeak() throws IOException {
        Run shared = run(new DemoCommand(), "--suite", "TLS_AES_128_", "--file", file().toString());
        long jdk = shared.rows().stream().filter(row -> row.contains("JSSE ")).count();
        long own = shared.rows().size() - jdk;

        assertThat(jdk).isPositive();
        assertThat(own).isPositive();
        assertThat(shared.lines())
                .last()
                .asString()
                .endsWith(jdk + " of " + jdk + " against the JDK's TLS, " + own + " of " + own + " against ourselves");
    }

    @Test
    void passesWithEveryKeyExchangeOfTls12() throws IOException {
        Run run = run(new DemoCommand(), "--suite", "aes_256_gcm_sha384", "--file", file().toString());

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.rows())
                .anyMatch(row -> row.contains("TLS_ECDHE_ECDSA_WITH"))
                .anyMatch(row -> row.contains("TLS_ECDHE_RSA_WITH"))
                .anyMatch(row -> row.contains("TLS_RSA_WITH"));
    }

    @Test
    void failsIfARowFails() throws IOException {
        DemoCommand command = new DemoCommand(peer -> new Saboteur(peer, Saboteur.SENDS_SOMETHING_ELSE));

        Run run = run(command, "--suite", "TLS_RSA_WITH_AES_128_GCM", "--file", file().toString());

        assertThat(run.code()).as(run.text()).isEqualTo(1);
        assertThat(run.rows()).isNotEmpty().allMatch(row -> row.contains("FAILED"));
        assertThat(run.lines())
                .last()
                .asString()
                .startsWith("0 of " + run.rows().size() + " passed");
        assertThat(run.text()).contains("we received something else: its SHA-256 is not the file's");
    }

    @Test
    void refusesAFilterThatNoSuiteFits() {
        Run run = run(new DemoCommand(), "--suite", "ROT13");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.text()).contains("ROT13");
    }

    @Test
    void refusesASizeOfNothing() {
        assertThat(run(new DemoCommand(), "--size", "0").code()).isEqualTo(2);
    }

    @Test
    void alwaysHasSomethingToCarry() throws IOException {
        assertThat(Payload.of(Payload.always(), Payload.MEBIBYTE).bytes()).hasSize(Payload.MEBIBYTE);
    }

    /** What a run printed, and its exit code. */
    private record Run(int code, String text) {

        List<String> lines() {
            return text.lines().filter(line -> !line.isBlank()).toList();
        }

        List<String> rows() {
            return text.lines()
                    .filter(line -> line.matches("(client|server) .*"))
                    .toList();
        }
    }

    private static Run run(DemoCommand command, String... args) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        int code = new CommandLine(command).setOut(out).setErr(out).execute(args);
        return new Run(code, text.toString());
    }

    private Path file() throws IOException {
        byte[] bytes = new byte[50_000];
        new Random(7).nextBytes(bytes);
        return Files.write(directory.resolve("small"), bytes);
    }
}
