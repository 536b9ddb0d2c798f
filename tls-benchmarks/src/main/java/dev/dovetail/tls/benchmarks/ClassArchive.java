package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.Main;

/**
 * The classes that measured JVMs load, but for those of signed jars, in a class data archive (JEP 350) that is made once for a
 * run. Some hundred JVMs begin some tenths of a second sooner with it; once they are warm, nothing of it is left.
 *
 * @param directory where it lies, and nothing else
 * @param flags for JVMs that are to begin with it; without it if this JDK makes none, as of classes that are in no jar
 */
record ClassArchive(Path directory, List<String> flags) implements AutoCloseable {

    /** Something of all that is measured, as shortly as JMH does it. */
    private static final List<String> ONCE = List.of(
            "-f 0 -wi 0 -i 1 -r 1ms -p kind=TLS13_ECDSA_X25519 -p size=64 \\.(Handshakes|Records)\\.(dovetail|peer)$"
                    .split(" "));

    /**
     * Tries to make one; says so if that does not work, as it saves time and nothing else.
     *
     * @param others flags that those JVMs have besides
     * @param errors where it is said
     */
    static ClassArchive make(List<String> others, PrintStream errors) throws IOException {
        Path directory = Files.createTempDirectory("dovetail-bench");
        try {
            FreshJvm jvm = FreshJvm.runningAmongAll(Main.class, ONCE.toArray(String[]::new));
            for (String flag : others) jvm = jvm.with(flag);
            return new ClassArchive(
                    directory, jvm.archived(directory.resolve("classes.jsa")).flags());
        } catch (IllegalStateException reason) {
            errors.println("dovetail bench: measured JVMs begin without a class data archive, and later for it: "
                    + String.valueOf(reason.getMessage()).lines().findFirst().orElse(""));
            return new ClassArchive(directory, others);
        } catch (IOException e) {
            FreshJvm.forgetArchive(directory.resolve("classes.jsa"));
            Files.deleteIfExists(directory);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        FreshJvm.forgetArchive(directory.resolve("classes.jsa"));
        Files.deleteIfExists(directory);
    }
}
