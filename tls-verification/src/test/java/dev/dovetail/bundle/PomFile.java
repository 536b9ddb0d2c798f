package dev.dovetail.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A module's POM as it stands in the source tree.
 *
 * @param project its root element
 */
public record PomFile(Element project) {

    /** Where all modules lie: tests run in a module's folder. */
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** The POM of a module, whose folder has its name. */
    public static PomFile of(String artifact) {
        Path file = ROOT.resolve(artifact).resolve("pom.xml");
        try {
            return new PomFile(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(file + " can't be read", e);
        }
    }

    /** The folders that hold a module, all of whose names begin with {@code tls-}. */
    public static List<String> artifacts() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith("tls-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(ROOT + " can't be listed", e);
        }
    }

    /** The modules of Dovetail that it depends on at run time, or whose versions it manages. */
    public List<String> own(String... way) {
        return dependencies(way).stream()
                .filter(dependency -> text(dependency, "groupId").equals("${project.groupId}"))
                .filter(dependency -> !text(dependency, "scope").equals("test"))
                .map(dependency -> text(dependency, "artifactId"))
                .toList();
    }

    /** How many modules it depends on, or manages, whosever they are. */
    public int count(String... way) {
        return dependencies(way).size();
    }

    private List<Element> dependencies(String... way) {
        Element parent = project;
        for (String name : way) parent = children(parent, name).get(0);
        return children(parent, "dependency");
    }

    /** What a module says of itself. */
    public String text(String name) {
        return text(project, name);
    }

    /** Whether the module stays where it is built. */
    public boolean published() {
        return children(project, "properties").stream()
                .noneMatch(properties -> text(properties, "maven.deploy.skip").equals("true"));
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) found.add(element);
        }
        return found;
    }
}
