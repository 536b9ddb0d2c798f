package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.Main;

/**
 * The classes that measured JVMs load, but for those of signed jars, in a class data archive (JEP 350) that is made once for a
 * run. Some hundred JVMs begin some tenths of a second sooner with it; once they are warm, nothing of it is left.
 */
final class ClassArchive {

    /** Something of all that is measured, as shortly as JMH does it. */
    private static final List<String> ONCE = List.of(
            "-f 0 -wi 0 -i 1 -r 1ms -p kind=TLS13_ECDSA_X25519 -p size=64 \\.(Handshakes|Records)\\.(dovetail|peer)$"
                    .split(" "));

    private ClassArchive() {}

    /**
     * Tries to make one; says so if that does not work, as it saves time and nothing else.
     *
     * @param scratch where it lies
     * @param others flags that those JVMs have besides
     * @param errors where it is said
     * @return the others, and that with which JVMs begin with the archive, unless this JDK makes none, as of classes that are
     *     in no jar
     */
    static List<String> flags(Scratch scratch, List<String> others, PrintStream errors) throws IOException {
        FreshJvm jvm = FreshJvm.runningAmongAll(Main.class, ONCE.toArray(String[]::new));
        for (String flag : others) jvm = jvm.with(flag);
        try {
            return jvm.archived(scratch.resolve("classes.jsa")).flags();
        } catch (IllegalStateException reason) {
            errors.println("dovetail bench: measured JVMs begin without a class data archive, and later for it: "
                    + String.valueOf(reason.getMessage()).lines().findFirst().orElse(""));
            return others;
        }
    }
}
