package dev.dovetail.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module that is nothing but a list of other modules.
 *
 * @param name its artifact
 */
public record Bundle(String name) {

    private static final String PREFIX = "tls-bundle-";
    private static final Pattern REQUIRES = Pattern.compile("requires ([a-z0-9.]+);");

    /** Every bundle that there is. */
    public static List<Bundle> all() {
        return PomFile.artifacts().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(Bundle::new)
                .toList();
    }

    /** These modules, with each bundle replaced by what it stands for. */
    public static Set<String> expand(List<String> artifacts) {
        Set<String> expanded = new LinkedHashSet<>();
        for (String artifact : artifacts) {
            if (artifact.startsWith(PREFIX)) expanded.addAll(new Bundle(artifact).modules());
            else expanded.add(artifact);
        }
        return expanded;
    }

    /** The plug-in modules that it stands for, those of bundles within it too. */
    public Set<String> modules() {
        return expand(dependencies());
    }

    /** What its POM lists. */
    public List<String> dependencies() {
        return PomFile.of(name).own("dependencies");
    }

    /** What its module descriptor lists, as artifacts. */
    public List<String> requires() {
        Matcher found = REQUIRES.matcher(descriptor());
        return found.results()
                .map(line ->
                        line.group(1).replaceFirst("^dev\\.dovetail\\.", "").replace('.', '-'))
                .toList();
    }

    private String descriptor() {
        try {
            return Files.readString(PomFile.ROOT.resolve(name + "/src/main/java/module-info.java"), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name + " has no module descriptor", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
