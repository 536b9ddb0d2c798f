package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchTest {

    /** Ends while it has something there. */
    public static final class Stopped {

        private Stopped() {}

        public static void main(String... arguments) throws Exception {
            Scratch scratch = Scratch.make();
            Files.writeString(Files.createDirectory(scratch.resolve("keys")).resolve("key"), "secret");
            System.out.print(scratch.directory());
            System.exit(0);
        }
    }

    @Test
    void goesWithAllThatIsInItWhenItIsClosed() throws Exception {
        Scratch scratch = Scratch.make();
        Files.writeString(Files.createDirectory(scratch.resolve("keys")).resolve("key"), "secret");
        scratch.close();
        assertThat(scratch.directory()).doesNotExist();
        scratch.close();
    }

    @Test
    void goesWhenItsJvmIsToldToStop() throws Exception {
        String directory = FreshJvm.runningAmongAll(Stopped.class).run();
        assertThat(directory).contains("dovetail-bench");
        assertThat(Path.of(directory)).doesNotExist();
    }
}
