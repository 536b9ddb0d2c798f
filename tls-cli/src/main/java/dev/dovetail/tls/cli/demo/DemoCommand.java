package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.cli.demo.fleet.FleetDemonstration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows at first sight what works: a real file through every suite, against the JDK's TLS where that has it. */
@Command(
        name = "demo",
        description = {
            "Carry a file through every usable suite and every group, as client and as server,",
            "against the JDK's TLS where that has it, else against ourselves; compare what arrived.",
            "With --fleet: two servers that resume each other's sessions, one of which is killed."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--all-groups", description = "Every suite with every group that it can use: takes many minutes.")
    private boolean allGroups;

    @Option(
            names = "--size",
            paramLabel = "MIB",
            defaultValue = "1",
            description = "How much of the file to carry, at most. Default: ${DEFAULT-VALUE}.")
    private int size;

    @Option(names = "--suite", paramLabel = "TEXT", description = "Only suites with this text in their names.")
    private Optional<String> suite = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "What to carry. Default: the largest jar of this program.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--fleet",
            description = "Instead of all that: start two server processes that share sessions over Redis, or a key"
                    + " file where there is no redis-server; kill a server, and Redis; show that no connection fails.")
    private boolean fleet;

    @Option(
            names = "--redis",
            paramLabel = "URI",
            description = "With --fleet: use this Redis, which is not killed, instead of starting one.")
    private Optional<String> redis = Optional.empty();

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "200",
            description = "With --fleet: how many, while both servers are there. Default: ${DEFAULT-VALUE}.")
    private int connections;

    private final UnaryOperator<Peer> substitution;

    /** With peers as they are. */
    public DemoCommand() {
        this(peer -> peer);
    }

    /** With somebody else in each peer's stead. */
    DemoCommand(UnaryOperator<Peer> substitution) {
        this.substitution = substitution;
    }

    /**
     * Runs the demonstration.
     *
     * @return 0 if everything passed, 1 if something did not
     * @throws IOException if the file can't be read, or the servers of the fleet don't start
     */
    @Override
    public Integer call() throws IOException {
        return fleet ? runFleet() : carry();
    }

    private int runFleet() throws IOException {
        if (connections < 1) {
            throw new ParameterException(spec.commandLine(), "--connections is 1 or more, not " + connections);
        }
        FleetDemonstration demonstration =
                new FleetDemonstration(spec.commandLine().getOut(), connections);
        return demonstration.run(redis, System.getenv().getOrDefault("PATH", "")) ? 0 : 1;
    }

    private int carry() throws IOException {
        if (redis.isPresent()) throw new ParameterException(spec.commandLine(), "--redis is for --fleet");
        if (size < 1 || size > Integer.MAX_VALUE / Payload.MEBIBYTE) {
            throw new ParameterException(spec.commandLine(), "--size is 1 to 2047 MiB, not " + size);
        }
        PrintWriter out = spec.commandLine().getOut();
        Catalog catalog = Catalog.discover();
        List<String> lifted = JssePolicy.relax(catalog);
        Identities identities = new Identities();
        DovetailEnd own = new DovetailEnd(catalog, identities);
        List<Peer> peers = Stream.of(new JssePeer(identities), new DovetailPeer(own))
                .map(substitution)
                .toList();
        Plan plan = new Plan(catalog, identities, peers, allGroups);
        List<Route> routes = plan.routes(this::wanted);
        if (routes.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no usable suite has " + suite.orElse("a name") + " in its name: see dovetail suites");
        }
        Payload payload = Payload.of(file.isPresent() ? file.get() : Payload.always(), size * Payload.MEBIBYTE);
        Demonstration demonstration = new Demonstration(catalog, own, payload, out);
        demonstration.introduce(plan.leftOut());
        return demonstration.run(routes, lifted) ? 0 : 1;
    }

    private boolean wanted(UsableSuite candidate) {
        return suite.map(text -> candidate.suite().name().contains(text.toUpperCase(Locale.ROOT)))
                .orElse(true);
    }
}
