package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.certificates.KeyKind;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured from outside. */
class ProcessesTest {

    @ParameterizedTest
    @ValueSource(strings = {"dovetail", "dovetail-jsse", "sunjsse"})
    void aProgramConnectsAndEnds(String contender) throws Exception {
        StartUp state = new StartUp();
        state.contender = contender;
        state.kind = HandshakeKind.TLS13_ECDSA_X25519;
        state.prepare();
        assertThat(state.firstHandshake()).isEmpty();
        assertThat(state.emptyJvm()).isEmpty();
        state.clear();
    }

    @Test
    void aProgramThatFailsSaysWhy() {
        FreshJvm broken = FreshJvm.running(FirstHandshake.class, "nobody", "no kind", "nowhere");
        assertThatThrownBy(broken::run).hasMessageContaining("no kind");
    }

    @Test
    void aProcessFindsTheSuitesThatAreHere() throws Exception {
        Discovery state = new Discovery();
        state.prepare();
        assertThat(state.freshJvm())
                .isEqualTo(String.valueOf(Plugins.discover().suites().size()));
        state.extent = Discovery.Extent.COMPOSED;
        state.prepare();
        assertThat(state.freshJvm())
                .isEqualTo(String.valueOf(Plugins.discover().usable().size()));
        assertThat(state.emptyJvm()).isEmpty();
    }

    @Test
    void aProgramLoadsItsClassesFromTheArchiveOfAnEarlierRun(@TempDir Path directory) throws Exception {
        FreshJvm empty = inJar(EmptyProgram.class, directory.resolve("empty.jar"));
        String loaded = empty.archived(directory.resolve("classes.jsa"))
                .with("-Xlog:class+load")
                .run();
        assertThat(loaded).contains(EmptyProgram.class.getName() + " source: shared objects file (top)");
    }

    /** The JVM archives nothing of a directory. */
    @Test
    void aProgramThatIsInNoJarHasNoArchive(@TempDir Path directory) {
        assertThatThrownBy(() -> new FreshJvm(
                                List.of(), classesOf(EmptyProgram.class), List.of(EmptyProgram.class.getName()))
                        .archived(directory.resolve("classes.jsa")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void measuredJvmsBeginWithoutAnArchiveWhereNoneCanBeMadeAndThatIsSaid() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        // In a build our classes are in directories.
        try (Scratch scratch = Scratch.make()) {
            assertThat(ClassArchive.flags(scratch, List.of("-Dof=others"), new PrintStream(said, true)))
                    .containsExactly("-Dof=others");
        }
        assertThat(said.toString()).contains("without a class data archive");
    }

    private static FreshJvm inJar(Class<?> program, Path jar) throws Exception {
        String file = program.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = program.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new JarEntry(file));
            in.transferTo(out);
        }
        return new FreshJvm(List.of(), jar.toString(), List.of(program.getName()));
    }

    private static String classesOf(Class<?> program) throws Exception {
        return Path.of(program.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    /** {@link PeerPair} and the stack would otherwise be measured with our parts being found. */
    @Test
    void aProgramOfAnotherStackLoadsNothingOfOurs(@TempDir Path directory) throws Exception {
        ServerIdentity.with(KeyKind.EC_P256).write(directory);
        List<String> loaded = loadedBy(
                directory,
                FirstHandshake.class.getName(),
                "sunjsse",
                HandshakeKind.TLS13_ECDSA_X25519.name(),
                directory.toString());
        assertThat(loaded).contains(FirstHandshake.class.getName(), SunJsseStack.class.getName());
        assertThat(loaded)
                .filteredOn(name -> name.startsWith("org.bouncycastle"))
                .isEmpty();
        assertThat(loaded)
                .filteredOn(name -> name.startsWith("dev.dovetail"))
                .filteredOn(name -> !name.startsWith(FirstHandshake.class.getPackageName()))
                .containsExactly(ProtocolVersion.class.getName());
    }

    /** Its jar is signed: to open it takes longer than to find all our plug-ins. */
    @Test
    void findingPluginsLoadsNothingOfBouncyCastle(@TempDir Path directory) throws Exception {
        assertThat(loadedBy(directory, DiscoveryProgram.class.getName(), Discovery.Extent.FOUND.name()))
                .contains(Catalog.class.getName())
                .noneMatch(name -> name.startsWith("org.bouncycastle"));
    }

    private static List<String> loadedBy(Path directory, String... program) throws Exception {
        Path log = directory.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        Process process =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceAll("^(\\[[^]]*])+ ", "").split(" ", 2)[0])
                .toList();
    }

    @Test
    void aCollectorThatWasChosenIsNoOtherOneWhereMemoryIsMeasured() {
        List<String> own =
                List.of("-XX:+UseParallelGC", "-XX:-AlwaysPreTouch", "-Xlog:gc", "-XX:+UseStringDeduplication");
        assertThat(trial(BenchmarkMethod.MEMORY).inherited(own))
                .containsExactly("-Xlog:gc", "-XX:+UseStringDeduplication");
        assertThat(trial(BenchmarkMethod.HANDSHAKES).inherited(own)).isEqualTo(own);
        assertThat(Trial.flags(List.of())).endsWith("(Memory: -XX:+UseSerialGC -Xms1g -Xmx1g)");
    }

    @Test
    void aRunTellsThatItsJvmsBeganWithAnArchive() {
        assertThat(Trial.flags(List.of("-XX:SharedArchiveFile=somewhere/classes.jsa")))
                .contains("-XX:SharedArchiveFile=(of this run)");
    }

    private static Trial trial(BenchmarkMethod benchmark) {
        Measurement measured = new Measurement(benchmark, Map.of(), "anything", 0, Contender.own(Plugins.DEFAULT));
        return new Trial(measured, Length.QUICK, 1, List.of());
    }
}
