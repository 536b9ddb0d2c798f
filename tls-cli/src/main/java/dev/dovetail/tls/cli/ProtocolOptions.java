package dev.dovetail.tls.cli;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** Options that choose versions, suites, groups and schemes. */
final class ProtocolOptions {

    private static final String MODERN = "modern";
    private static final String COMPATIBLE = "compatible";
    private static final String ALL = "all";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--tls",
            paramLabel = "1.2|1.3",
            converter = Version.class,
            description = "This version of TLS and no other.")
    private @Nullable ProtocolVersion only;

    @Option(
            names = "--min",
            paramLabel = "1.2|1.3",
            converter = Version.class,
            description = "The oldest version of TLS.")
    private @Nullable ProtocolVersion oldest;

    @Option(
            names = "--max",
            paramLabel = "1.2|1.3",
            converter = Version.class,
            description = "The newest version of TLS.")
    private @Nullable ProtocolVersion newest;

    @Option(
            names = "--suites",
            paramLabel = "SUITE",
            split = ",",
            description =
                    "Cipher suites by IANA's names, best first; or 'modern' (the default), 'compatible' for peers of"
                            + " some years ago, 'all' for whatever there is and lets a server prove who it is.")
    private List<String> suites = List.of(MODERN);

    @Option(names = "--groups", paramLabel = "GROUP", split = ",", description = "Groups by IANA's names, best first.")
    private List<String> groups = List.of();

    @Option(
            names = "--key-shares",
            paramLabel = "GROUP",
            split = ",",
            arity = "0..1",
            description = "Groups whose shares a client sends at once; none lets the server ask.")
    private @Nullable List<String> keyShares;

    @Option(
            names = "--signature-schemes",
            paramLabel = "SCHEME",
            split = ",",
            description = "Signature schemes by IANA's names, best first.")
    private List<String> schemes = List.of();

    /** What is enabled; a name that can't be used is an error of usage that says why. */
    Selection selection(Catalog catalog) {
        return refused(() -> narrowed(widest(catalog)));
    }

    /** Turns what a value's own check says into an error of usage. */
    <T> T refused(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), Messages.of(e), e);
        }
    }

    private Selection widest(Catalog catalog) {
        boolean wide = suites.contains(COMPATIBLE) || suites.contains(ALL);
        Selection base = wide ? Selection.compatible(catalog) : Selection.modern(catalog);
        if (suites.equals(List.of(MODERN)) || suites.equals(List.of(COMPATIBLE))) return base;
        Set<String> names = new LinkedHashSet<>();
        for (String name : suites) {
            switch (name) {
                case MODERN -> add(names, Selection.modern(catalog).suites());
                case COMPATIBLE -> add(names, Selection.compatible(catalog).suites());
                case ALL -> {
                    add(names, Selection.compatible(catalog).suites());
                    add(
                            names,
                            catalog.usable().stream()
                                    .filter(ProtocolOptions::proves)
                                    .toList());
                }
                default -> names.add(name);
            }
        }
        return base.suites(names.toArray(String[]::new));
    }

    private Selection narrowed(Selection selection) {
        ProtocolVersion from = oldest == null ? ProtocolVersion.TLS_1_2 : oldest;
        ProtocolVersion to = newest == null ? ProtocolVersion.TLS_1_3 : newest;
        Selection narrowed = only == null ? selection.versions(from, to) : selection.versions(only, only);
        if (!groups.isEmpty()) narrowed = narrowed.groups(groups.toArray(String[]::new));
        if (keyShares != null) narrowed = narrowed.keyShares(named(keyShares));
        if (!schemes.isEmpty()) {
            String[] names = schemes.toArray(String[]::new);
            narrowed = narrowed.signing(names).verifying(names);
        }
        return narrowed;
    }

    /** An anonymous suite has to be named: one among many would do away with what the others prove. */
    private static boolean proves(UsableSuite suite) {
        return suite.suite().authentication().certificate()
                || suite.suite().authentication().preShared();
    }

    /** Refuses suites under which a server proves nothing. */
    void requireProof(Selection selection) {
        List<UsableSuite> anonymous =
                selection.suites().stream().filter(suite -> !proves(suite)).toList();
        if (anonymous.isEmpty()) return;
        throw new ParameterException(
                command.commandLine(),
                "with these suites a server proves nothing: " + anonymous
                        + "; leave them out, or add --insecure-accept-anyone");
    }

    private static String[] named(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).toArray(String[]::new);
    }

    private static void add(Set<String> names, List<UsableSuite> suites) {
        for (UsableSuite suite : suites) names.add(suite.suite().name());
    }

    /** Reads {@code 1.2} and {@code 1.3}. */
    static final class Version implements ITypeConverter<ProtocolVersion> {

        @Override
        public ProtocolVersion convert(String value) {
            return switch (value) {
                case "1.2" -> ProtocolVersion.TLS_1_2;
                case "1.3" -> ProtocolVersion.TLS_1_3;
                default -> throw new TypeConversionException("TLS 1.2 and 1.3 are there, not '" + value + "'");
            };
        }
    }
}
