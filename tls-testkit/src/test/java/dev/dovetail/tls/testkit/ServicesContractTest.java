package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.Part;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small plug-ins are compiled, each wrong in one way. */
final class ServicesContractTest {

    private static final String MODULE =
            "module plug { requires dev.dovetail.tls.api; provides dev.dovetail.tls.api.spi.%s with plug.Plug; }";
    private static final String SUITES = "dev.dovetail.tls.api.spi.SuiteProvider";
    private static final String EXCHANGE = "dev.dovetail.tls.api.spi.KeyExchange";
    private static final String PROVIDER = """
            package plug;
            public final class Plug implements dev.dovetail.tls.api.spi.SuiteProvider {
                %s
                public java.util.List<dev.dovetail.tls.api.CipherSuite> suites() { return java.util.List.of(); }
            }
            """;
    private static final String PART = """
            package plug;
            public final class Plug implements dev.dovetail.tls.api.spi.KeyExchange {
                public String name() { return "%s"; }
                public String implementation() { return "test"; }
                public Params params() { return Params.NONE; }
                public Server server(ServerContext context) { throw new UnsupportedOperationException(); }
                public Client client(ClientContext context) { throw new UnsupportedOperationException(); }
            }
            """;

    @TempDir
    private Path sources;

    @TempDir
    private Path output;

    @Test
    void acceptsAPluginInADirectoryAndInAJar() throws Exception {
        Path directory =
                compile(PROVIDER.formatted(""), String.format(MODULE, "SuiteProvider"), SUITES, "plug.Plug # comment");
        for (Path place : List.of(directory, jar(directory))) {
            try (URLClassLoader loader = loader(place)) {
                ServicesContract contract = contract(loader);
                contract.registersSomethingThatTheCatalogLooksFor();
                contract.saysTheSameInItsModuleDescriptor();
                contract.registersClassesThatCanBeLoadedAndMade();
                contract.namesItsParts();
                contract.registersEveryPartThatItHas();
            }
        }
    }

    @Test
    void catchesAModuleDescriptorThatSaysLessThanTheFiles() throws Exception {
        Path place =
                compile(PROVIDER.formatted(""), "module plug { requires dev.dovetail.tls.api; }", SUITES, "plug.Plug");
        condemns(place, "saysTheSameInItsModuleDescriptor", "compared with META-INF/services");
    }

    @Test
    void catchesAMissingModuleDescriptor() throws Exception {
        Path place = compile(PROVIDER.formatted(""), "", SUITES, "plug.Plug");
        condemns(place, "saysTheSameInItsModuleDescriptor", "module-info.class in");
    }

    @Test
    void catchesAPluginThatRegistersNothing() throws Exception {
        Path place = compile(
                PROVIDER.formatted(""), String.format(MODULE, "SuiteProvider"), "some.other.Service", "plug.Plug");
        condemns(place, "registersSomethingThatTheCatalogLooksFor", "is @AutoService missing");
        condemns(place, "saysTheSameInItsModuleDescriptor", "compared with META-INF/services");
        condemns(place, "registersEveryPartThatItHas", "plug.Plug is a public part that can be made");
    }

    @Test
    void catchesARegistrationUnderAnInterfaceThatNobodyLooksFor() throws Exception {
        Path place = compile(PROVIDER.formatted(""), "", "dev.dovetail.tls.api.spi.AeadCipher", "plug.Plug");
        condemns(place, "registersSomethingThatTheCatalogLooksFor", "AeadCipher say, is not found");
        condemns(place, "registersClassesThatCanBeLoadedAndMade", "registered as dev.dovetail.tls.api.spi.AeadCipher");
    }

    @Test
    void catchesAClassThatDoesNotExist() throws Exception {
        Path place = compile(PROVIDER.formatted(""), "", SUITES, "plug.Plugg");
        condemns(place, "registersClassesThatCanBeLoadedAndMade", "plug.Plugg, registered as", "does not exist");
    }

    @Test
    void catchesAConstructorThatNobodyElseMayCall() throws Exception {
        Path place = compile(PROVIDER.formatted("private Plug() {}"), "", SUITES, "plug.Plug");
        condemns(place, "registersClassesThatCanBeLoadedAndMade", "has a public constructor without arguments");
    }

    @Test
    void catchesAConstructorThatFails() throws Exception {
        Path place = compile(PROVIDER.formatted("public Plug() { throw new Error(); }"), "", SUITES, "plug.Plug");
        condemns(place, "registersClassesThatCanBeLoadedAndMade", "making a plug.Plug");
    }

    @Test
    void catchesAPartWithoutAName() throws Exception {
        Path place = compile(PART.formatted(" "), "", EXCHANGE, "plug.Plug");
        condemns(place, "namesItsParts", "name() of plug.Plug");
    }

    private void condemns(Path place, String test, String... words) throws Exception {
        try (URLClassLoader loader = loader(place)) {
            Trial.condemns(contract(loader), test, words);
        }
    }

    private static ServicesContract contract(ClassLoader loader) throws ClassNotFoundException {
        Class<?> anchor = Class.forName("plug.Plug", false, loader);
        return new ServicesContract() {
            @Override
            protected Class<?> anchor() {
                return anchor;
            }

            @Override
            protected boolean hasModuleDescriptor() {
                return true;
            }
        };
    }

    private static URLClassLoader loader(Path place) throws IOException {
        URL url = place.toUri().toURL();
        return new URLClassLoader(new URL[] {url}, ServicesContractTest.class.getClassLoader());
    }

    private Path compile(String plug, String module, String service, String registered)
            throws IOException, URISyntaxException {
        List<String> arguments = new ArrayList<>(List.of("-d", output.toString()));
        String api = Path.of(Part.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        arguments.addAll(List.of("-proc:none", module.isEmpty() ? "-classpath" : "--module-path", api));
        for (var source : Map.of("Plug.java", plug, "module-info.java", module).entrySet()) {
            if (source.getValue().isEmpty()) continue;
            arguments.add(Files.writeString(sources.resolve(source.getKey()), source.getValue())
                    .toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("compiling the plug-in").isZero();
        Path services = Files.createDirectories(output.resolve("META-INF/services"));
        Files.writeString(services.resolve(service), registered + "\n");
        return output;
    }

    private Path jar(Path directory) throws IOException {
        Path file = sources.resolve("plug.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> all = Files.walk(directory)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(directory.relativize(one).toString().replace('\\', '/')));
                jar.write(Files.readAllBytes(one));
            }
        }
        return file;
    }
}
