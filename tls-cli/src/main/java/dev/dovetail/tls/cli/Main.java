package dev.dovetail.tls.cli;

import dev.dovetail.tls.cli.demo.DemoCommand;
import dev.dovetail.tls.cli.suites.SuitesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program. Exit codes: 0 it worked, 1 it failed, 2 it was called wrongly. */
@Command(
        name = "dovetail",
        description = "A TLS stack whose cipher suites are plug-ins.",
        mixinStandardHelpOptions = true,
        version = "dovetail 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.class, SuitesCommand.class, ConnectCommand.class, ServeCommand.class})
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print stack traces of errors.")
    private boolean verbose;

    /**
     * Runs a command and exits with its code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /**
     * Runs a command.
     *
     * @param args the command and its options
     * @return the exit code: 0, 1 or 2
     */
    static int run(String... args) {
        Main main = new Main();
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, ignored) -> misused(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> main.explain(failure, command))
                .execute(args);
    }

    /** A command is needed. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** One line says what is wrong; the whole of --help would hide it. */
    private static int misused(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("dovetail: " + Messages.of(wrong));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            String name = command.getCommandSpec().qualifiedName();
            command.getErr().println("'" + name + " --help' tells how it is called.");
        }
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private int explain(Exception failure, CommandLine command) {
        command.getErr().println("dovetail: " + Messages.of(failure));
        if (verbose) failure.printStackTrace(command.getErr());
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
