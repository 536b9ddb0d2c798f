package dev.dovetail.tls.cli.suites;

import dev.dovetail.tls.api.catalog.Catalog;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists everything that the catalog knows, usable or not. */
@Command(
        name = "suites",
        description = {
            "List every suite, group, signature scheme and part that was found, what is used,",
            "what can't be, why, and which module to add."
        },
        mixinStandardHelpOptions = true)
public final class SuitesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--iana",
            description = "IANA's registry row by row instead: usable with which modules, or why not.")
    private boolean iana;

    /** Prints the listing of what is on the module path. */
    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (iana) new RegistryListing(Catalog.discover()).print(out);
        else new Listing(Catalog.discover(), out).print();
        out.flush();
    }
}
