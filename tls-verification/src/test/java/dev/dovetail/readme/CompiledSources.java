package dev.dovetail.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java files that documents may quote: those of examples and tests, which are compiled and run. */
final class CompiledSources {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private CompiledSources() {}

    /** Every piece of Java in a document stands in a compiled file, whatever the white space between. */
    static void assertHoldAllJavaOf(String document, int atLeast) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String folder : List.of("examples", "tls-verification/src", "tls-jsse/src")) {
            for (Path file : javaFiles(ROOT.resolve(folder))) sources.add(squeezed(withoutImports(file)));
        }
        Matcher blocks = JAVA.matcher(document);
        int count = 0;
        while (blocks.find()) {
            String block = squeezed(blocks.group(1));
            assertThat(sources.stream().anyMatch(source -> source.contains(block)))
                    .as("stands in a compiled file: %s", blocks.group(1))
                    .isTrue();
            count++;
        }
        assertThat(count).as("pieces of Java").isGreaterThanOrEqualTo(atLeast);
    }

    static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static String withoutImports(Path file) throws IOException {
        return Files.readString(file, UTF_8).replaceAll("(?m)^(package|import) .*$", "");
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
