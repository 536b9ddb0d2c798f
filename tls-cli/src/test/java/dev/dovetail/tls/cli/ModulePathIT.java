package dev.dovetail.tls.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged program finds the same on the module path as on the class path, and nothing is wrong with any of it. */
class ModulePathIT {

    private static final Path MODULES = Path.of("target", "modules").toAbsolutePath();
    private static final String MAIN = "dev.dovetail.tls.cli.Main";

    @Test
    void theModulePathHasTheSameCatalogAsTheClassPath() throws IOException, InterruptedException {
        String modules = listing("-p", MODULES.toString(), "-m", "dev.dovetail.tls.cli/" + MAIN);
        String classes = listing("-cp", MODULES.resolve("*").toString(), MAIN);

        assertThat(modules).isEqualTo(classes);
        assertThat(modules)
                .containsPattern("(?m)^\\d+ suites, [1-9]\\d* of them usable")
                .contains("; 0 problems");
    }

    /** The same with the bundle in the module graph, which requires each plug-in by name. */
    @Test
    void theBundleOfAllResolves() throws IOException, InterruptedException {
        String bundle = listing(
                "-p",
                MODULES.toString(),
                "--limit-modules",
                "dev.dovetail.tls.cli,dev.dovetail.tls.bundle.all,jdk.crypto.ec,java.management",
                "-m",
                "dev.dovetail.tls.cli/" + MAIN);

        assertThat(bundle).isEqualTo(listing("-p", MODULES.toString(), "-m", "dev.dovetail.tls.cli/" + MAIN));
    }

    /** Servers that are processes find what they need, in Redis where that is installed. */
    @Test
    void serversOfAFleetStartFromTheModulePath() throws IOException, InterruptedException {
        String told = output(
                List.of("-p", MODULES.toString(), "-m", "dev.dovetail.tls.cli/" + MAIN),
                List.of("demo", "--fleet", "--connections", "10"));

        assertThat(told).contains("server 2 killed").contains(" 0 failed").doesNotContain("was linked without");
    }

    private static String listing(String... options) throws IOException, InterruptedException {
        return output(List.of(options), List.of("suites"));
    }

    private static String output(List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(arguments);
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        program.getOutputStream().close();
        String output = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(output).isZero();
        return output;
    }
}
