package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.broken.ThrowsInAvailability;
import dev.dovetail.tls.api.catalog.broken.ThrowsInConstructor;
import dev.dovetail.tls.api.catalog.broken.ThrowsInSuites;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise P3: what fails to load is one problem in a list, and all else works as if it were not there. */
class BrokenPluginTest {

    private static final String SUITES = SuiteProvider.class.getName();
    private static final String HASHES = HashAlgorithm.class.getName();

    @TempDir
    private Path folder;

    static Stream<Arguments> breakages() {
        return Stream.of(
                Arguments.of(SUITES, ThrowsInConstructor.class.getName(), "no licence file"),
                Arguments.of(SUITES, ThrowsInSuites.class.getName(), "dev/dovetail/Missing"),
                Arguments.of(HASHES, ThrowsInAvailability.class.getName(), "the card is not inserted"),
                Arguments.of(SUITES, "no.such.Provider", "no.such.Provider"),
                Arguments.of(SUITES, "this is no name", "Illegal configuration-file syntax"),
                // A class, but not of the service.
                Arguments.of(SUITES, BrokenPluginTest.class.getName(), "not a subtype"));
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void isOneProblemThatNamesIt(String service, String line, String told) throws Exception {
        assertOnlyProblems(Map.of(service, List.of(line)), told);
    }

    @Test
    void severalAreAProblemEach() throws Exception {
        assertOnlyProblems(
                Map.of(
                        SUITES,
                        List.of(
                                ThrowsInConstructor.class.getName(),
                                "no.such.Provider",
                                ThrowsInSuites.class.getName()),
                        HASHES,
                        List.of(ThrowsInAvailability.class.getName())),
                "no licence file",
                "no.such.Provider",
                "dev/dovetail/Missing",
                "the card is not inserted");
    }

    private void assertOnlyProblems(Map<String, List<String>> services, String... told) throws Exception {
        Catalog whole = Catalog.discover(getClass().getClassLoader());
        Path places = Files.createDirectories(folder.resolve("META-INF/services"));
        for (var service : services.entrySet()) Files.write(places.resolve(service.getKey()), service.getValue());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Catalog broken = Catalog.discover(loader);

            assertThat(whole.problems()).isEmpty();
            assertThat(broken.problems()).hasSize(told.length);
            for (String word : told) {
                assertThat(broken.problems())
                        .filteredOn(problem -> problem.toString().contains(word))
                        .hasSize(1);
            }
            assertThat(Selection.compatible(broken))
                    .hasToString(Selection.compatible(whole).toString());
            assertThat(broken.usable()).hasToString(whole.usable().toString());
        }
    }
}
