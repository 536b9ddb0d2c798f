package dev.dovetail.tls.cli;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.credential.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that name own certificates and their keys. */
final class CredentialOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--cert",
            paramLabel = "PEM",
            description = "A file with an own certificate and those that lead to its root. May be repeated.")
    private List<Path> chains = List.of();

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "A file with the private key of the --cert in the same place.")
    private List<Path> keys = List.of();

    /** In the order of the command line; empty if none was named. */
    List<Credential> credentials(Selection selection) throws IOException {
        if (chains.size() != keys.size()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--cert and --key come in pairs: there are " + chains.size() + " and " + keys.size());
        }
        List<Credential> credentials = new ArrayList<>();
        for (int i = 0; i < chains.size(); i++) {
            credentials.add(Credential.pem(chains.get(i), keys.get(i), null, selection.signing()));
        }
        return credentials;
    }
}
