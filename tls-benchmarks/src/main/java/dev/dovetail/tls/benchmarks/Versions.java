package dev.dovetail.tls.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of what takes part: those this was built with, and those that jars on the class path have in their names. */
final class Versions {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.+]*)(-[\\w.-]+)?\\.jar");

    // Neither changes what is measured, nor what it is compared with.
    private static final Pattern TOOL =
            Pattern.compile("tls-.*|jackson-.*|jmh-.*|jopt-simple|commons-math3|jspecify|auto-.*");

    private Versions() {}

    static Map<String, String> known() {
        Map<String, String> versions = new TreeMap<>(built());
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            Matcher jar = JAR.matcher(new File(entry).getName());
            if (jar.matches() && !TOOL.matcher(jar.group(1)).matches())
                versions.putIfAbsent(jar.group(1), jar.group(2));
        }
        return versions;
    }

    private static Map<String, String> built() {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"), "versions")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("versions.properties can't be read", e);
        }
        Map<String, String> versions = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        return versions;
    }
}
