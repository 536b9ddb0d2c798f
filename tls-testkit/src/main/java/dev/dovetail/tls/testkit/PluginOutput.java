package dev.dovetail.tls.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a plug-in's build put into its directory or jar.
 *
 * @param place where that is
 * @param services the providers that META-INF/services names for each service
 * @param descriptor the module descriptor
 * @param classes the names of all classes
 */
record PluginOutput(
        Path place,
        Map<String, SortedSet<String>> services,
        Optional<ModuleDescriptor> descriptor,
        SortedSet<String> classes) {

    private static final String CLASS = ".class";

    /** The directory or jar that a class comes from. */
    static PluginOutput of(Class<?> anchor) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null) throw new AssertionError(anchor + " comes from no directory or jar");
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(place)) return read(place, place);
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return read(place, jar.getPath("/"));
            }
        } catch (URISyntaxException | IOException e) {
            throw new AssertionError(source.getLocation() + " can't be read", e);
        }
    }

    /** What the module descriptor says, in the form of {@link #services}. */
    Map<String, SortedSet<String>> provided() {
        Map<String, SortedSet<String>> provided = new TreeMap<>();
        descriptor.stream()
                .flatMap(module -> module.provides().stream())
                .forEach(provides -> provided.put(provides.service(), new TreeSet<>(provides.providers())));
        return provided;
    }

    private static PluginOutput read(Path place, Path root) throws IOException {
        Map<String, SortedSet<String>> services = new TreeMap<>();
        for (Path file : files(root.resolve("META-INF").resolve("services"))) {
            services.put(file.getFileName().toString(), providers(file));
        }
        Optional<ModuleDescriptor> descriptor = Optional.empty();
        SortedSet<String> classes = new TreeSet<>();
        for (Path file : files(root)) {
            String name = root.relativize(file).toString();
            if (name.equals("module-info.class")) {
                try (InputStream in = Files.newInputStream(file)) {
                    descriptor = Optional.of(ModuleDescriptor.read(in));
                }
            } else if (name.endsWith(CLASS) && !name.endsWith("-info.class") && !name.startsWith("META-INF")) {
                String path = name.substring(0, name.length() - CLASS.length());
                classes.add(path.replace(root.getFileSystem().getSeparator(), "."));
            }
        }
        return new PluginOutput(place, services, descriptor, classes);
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** One name in each line; what stands behind {@code #} is a comment (java.util.ServiceLoader). */
    private static SortedSet<String> providers(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(file))
            names.add(line.replaceAll("#.*", "").strip());
        names.removeIf(String::isEmpty);
        return new TreeSet<>(names);
    }
}
