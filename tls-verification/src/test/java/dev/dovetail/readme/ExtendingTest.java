package dev.dovetail.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/extending.md says what is true: its code is compiled, its lines are counted, its POM names what this build uses. */
class ExtendingTest {

    private static final Path EXAMPLES = CompiledSources.ROOT.resolve("examples");
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[`examples/([a-z0-9-]+)`].*\\| (\\d+) \\| (\\d+) \\|$", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("^`([\\w./-]+\\.java)`:$", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    @Test
    void everyPieceOfJavaStandsInAFileThatIsCompiled() throws IOException {
        CompiledSources.assertHoldAllJavaOf(page(), 20);
    }

    @Test
    void itsExamplesHaveAsManyLinesAsItSays() throws IOException {
        List<MatchResult> rows = ROW.matcher(page()).results().toList();
        assertThat(rows).hasSize(7);
        for (MatchResult row : rows) {
            Path example = EXAMPLES.resolve(row.group(1));
            assertThat(List.of(lines(example.resolve("src/main")), lines(example.resolve("src/test"))))
                    .as("lines of %s, and of its tests", row.group(1))
                    .isEqualTo(List.of(Integer.parseInt(row.group(2)), Integer.parseInt(row.group(3))));
        }
    }

    /** Apart from registration tests, of which one is shown, and module descriptors. */
    @Test
    void everyMainFileOfItsExamplesIsShown() throws IOException {
        Set<String> shown = new HashSet<>();
        QUOTED.matcher(page()).results().forEach(quoted -> shown.add(quoted.group(1)));
        for (MatchResult row : ROW.matcher(page()).results().toList()) {
            for (Path file : CompiledSources.javaFiles(EXAMPLES.resolve(row.group(1) + "/src/main"))) {
                if (file.toString().endsWith("-info.java")) continue;
                assertThat(shown).contains(EXAMPLES.relativize(file).toString().replace('\\', '/'));
            }
        }
    }

    @Test
    void itsPomIsTheOneOfTheExamples() throws IOException {
        assertThat(page()).contains(pomOfYourOwn().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-service", "maven-compiler-plugin", "maven-surefire-plugin", "tls-api", "tls-testkit"})
    void itsPomNamesTheVersionsOfThisBuild(String artifact) throws IOException {
        String parent = Files.readString(CompiledSources.ROOT.resolve("pom.xml"), UTF_8);
        String used = artifact.startsWith("tls-") ? "dovetail-parent" : artifact;
        assertThat(version(pomOfYourOwn(), artifact)).isEqualTo(resolved(parent, version(parent, used)));
    }

    private static String version(String pom, String artifact) {
        return first(pom, "<artifactId>" + Pattern.quote(artifact) + "</artifactId>\\s*<version>([^<]*)<");
    }

    private static String resolved(String pom, String version) {
        if (!version.startsWith("${")) return version;
        return first(pom, "<" + Pattern.quote(version.substring(2, version.length() - 1)) + ">([^<]*)<");
    }

    private static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** Lines with code: no empty ones, no comments, no imports, no module descriptor. */
    private static int lines(Path folder) throws IOException {
        int count = 0;
        for (Path file : CompiledSources.javaFiles(folder)) {
            if (file.toString().endsWith("-info.java")) continue;
            String code = COMMENT.matcher(Files.readString(file, UTF_8)).replaceAll("");
            count += (int) code.lines()
                    .map(String::strip)
                    .filter(ExtendingTest::isCode)
                    .count();
        }
        return count;
    }

    private static boolean isCode(String line) {
        return !line.isEmpty() && !line.startsWith("//") && !line.startsWith("import ") && !line.startsWith("package ");
    }

    private static String pomOfYourOwn() throws IOException {
        return Files.readString(EXAMPLES.resolve("pom-of-your-own.xml"), UTF_8);
    }

    private static String page() throws IOException {
        return Files.readString(CompiledSources.ROOT.resolve("docs/extending.md"), UTF_8);
    }
}
