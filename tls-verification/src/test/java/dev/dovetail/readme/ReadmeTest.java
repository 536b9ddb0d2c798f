package dev.dovetail.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.bundle.Bundle;
import dev.dovetail.bundle.PomFile;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README says what is true: its compositions are counted, its code is code that is compiled. */
class ReadmeTest {

    private static final Path ROOT = PomFile.ROOT;
    private static final Pattern COMPOSITION =
            Pattern.compile("```xml\n([^`]*)```\\s*Usable: (\\d+) suites, on by default: (\\d+) suites");
    private static final Pattern BUNDLE =
            Pattern.compile("^\\| `(tls-bundle-[a-z]+)` \\|[^|]*\\| (\\d+) \\| (\\d+) \\|$", Pattern.MULTILINE);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final Pattern MODULE = Pattern.compile("^\\| `(tls-[a-z0-9-]+)` \\|", Pattern.MULTILINE);

    @Test
    void eachCompositionHasTheSuitesThatItPromises() throws IOException {
        List<MatchResult> compositions = COMPOSITION.matcher(readme()).results().toList();
        assertThat(compositions).hasSize(3);
        for (MatchResult composition : compositions) {
            List<String> artifacts = ARTIFACT.matcher(composition.group(1))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(counts(artifacts)).as("suites with %s", artifacts).isEqualTo(promised(composition));
        }
    }

    @Test
    void eachBundleHasTheSuitesThatItPromises() throws IOException {
        List<MatchResult> bundles = BUNDLE.matcher(readme()).results().toList();
        assertThat(bundles.stream().map(bundle -> bundle.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Bundle.all().stream().map(Bundle::name).toList());
        for (MatchResult bundle : bundles) {
            assertThat(counts(List.of(bundle.group(1)))).as(bundle.group(1)).isEqualTo(promised(bundle));
        }
    }

    private static List<Integer> promised(MatchResult text) {
        return List.of(Integer.parseInt(text.group(2)), Integer.parseInt(text.group(3)));
    }

    /** How many suites are usable with these modules, and how many of them are on by default. */
    private static List<Integer> counts(List<String> artifacts) {
        Catalog catalog = catalogOf(Bundle.expand(artifacts));
        return List.of(
                catalog.usable().size(), Selection.modern(catalog).suites().size());
    }

    @Test
    void everyPieceOfJavaStandsInAFileThatIsCompiled() throws IOException {
        CompiledSources.assertHoldAllJavaOf(readme(), 4);
    }

    @Test
    void theTableOfModulesIsComplete() throws IOException {
        String table = readme().split("\n## Modules\n")[1];
        List<String> listed =
                MODULE.matcher(table).results().map(found -> found.group(1)).toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(PomFile.artifacts());
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"), UTF_8);
    }

    /** A catalog of exactly the parts that these modules bring, as if nothing else were on the path. */
    private static Catalog catalogOf(Set<String> modules) {
        List<Object> parts = new ArrayList<>();
        for (Object part : Catalog.discover().parts()) if (modules.contains(moduleOf(part))) parts.add(part);
        for (Object suites : ServiceLoader.load(dev.dovetail.tls.api.spi.SuiteProvider.class)) {
            if (modules.contains(moduleOf(suites))) parts.add(suites);
        }
        return Catalog.of(parts.toArray());
    }

    private static String moduleOf(Object part) {
        try {
            URI location = part.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path path = Path.of(location);
            // In the reactor: MODULE/target/classes or MODULE/target/MODULE-VERSION.jar; else a repository's jar.
            String file = path.getFileName().toString();
            return file.equals("classes")
                    ? path.getParent().getParent().getFileName().toString()
                    : file.replaceFirst("-\\d.*", "");
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
