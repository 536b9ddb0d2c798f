package dev.dovetail.tls.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What was asked for on the command line.
 *
 * @param help whether only to explain
 * @param list whether only to tell what would be measured
 * @param length how thoroughly
 * @param forks in how many JVMs each is measured
 * @param include which of it
 * @param suites whose records are measured instead of the usual ones; all if there are none
 * @param sizes of payload to measure; all if there are none
 * @param implementations of ours to measure; all if there are none
 * @param peers whom to compare with; all if there are none
 * @param requirePeers whether it is an error if a stack is absent
 * @param render runs to show instead of measuring
 * @param json where the run is kept
 * @param html where the page goes
 * @param markdown which page gets the tables
 * @param against which run to compare with
 */
record BenchOptions(
        boolean help,
        boolean list,
        Length length,
        int forks,
        Optional<Pattern> include,
        List<String> suites,
        List<Integer> sizes,
        List<String> implementations,
        List<String> peers,
        boolean requirePeers,
        List<Path> render,
        Optional<Path> json,
        Optional<Path> html,
        Optional<Path> markdown,
        Optional<Path> against) {

    static final String USAGE = """
            dovetail bench sessions
              what sessions cost beside time: bytes of tickets, bytes kept, how often the store is asked
            dovetail bench [options]
              what each suite costs, beside other TLS stacks and the bare ciphers

              --quick           the usual suites and sizes, and the handshakes that matter most: five to six minutes
              --full            everything, which is done unasked too: about half an hour on two cores
              --forks N         measures each in N JVMs, for figures that are written down; takes N times as long
              --suite NAME      records of this suite in all sizes instead; NAME+etm for encrypt-then-MAC
              --size N          only payloads of so many bytes
              --impl NAME       of ours only this implementation of the primitives, for example JDK
              --peer NAME       beside ours only this contender, for example sunjsse
                                (these four may be repeated)
              --include REGEX   only what this matches, for example 'Sealing.*GCM.*16384'
              --list            tells what would be measured, and measures nothing
              --require-peers   if a whole stack is absent, measures nothing and ends with status 1
              --smoke           runs each for a moment only: whether it works, not how fast

              --json FILE       keeps the run; if FILE has one already, it is compared with that one first
              --html FILE       writes a page with charts, tables, and where the figures come from
              --markdown FILE   writes the tables into this page, in place of those of the same JDK
              --against FILE    compares with the run that --json kept there
              --render FILE     measures nothing, and shows the run that --json kept there; may be repeated, to
                                have several JDKs beside each other in --html
              --help            this text

            The status is 0 if all went well, 1 if a benchmark failed (the others are measured all the same) or a stack is
            absent that --require-peers wants, 2 for wrong use. Ctrl-C writes what was measured so far.
            """;

    static BenchOptions parse(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Reading reading = new Reading();
        while (!left.isEmpty()) reading.take(left.pop(), left);
        return reading.options();
    }

    /** What was read so far. */
    private static final class Reading {

        private boolean help;
        private boolean list;
        private boolean smoke;
        private boolean quick;
        private boolean full;
        private boolean requirePeers;
        private int forks = 1;
        private Optional<Pattern> include = Optional.empty();
        private final List<String> suites = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private final List<String> implementations = new ArrayList<>();
        private final List<String> peers = new ArrayList<>();
        private final List<Path> render = new ArrayList<>();
        private Optional<Path> json = Optional.empty();
        private Optional<Path> html = Optional.empty();
        private Optional<Path> markdown = Optional.empty();
        private Optional<Path> against = Optional.empty();

        void take(String option, Deque<String> left) {
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--list" -> list = true;
                case "--smoke" -> smoke = true;
                case "--quick" -> quick = true;
                case "--full" -> full = true;
                case "--require-peers" -> requirePeers = true;
                case "--forks" -> forks = number(option, left);
                case "--include" -> include = Optional.of(pattern(value(option, left)));
                case "--suite" -> suites.add(value(option, left));
                case "--size" -> sizes.add(number(option, left));
                case "--impl" -> implementations.add(value(option, left));
                case "--peer" -> peers.add(value(option, left));
                case "--render" -> render.add(Path.of(value(option, left)));
                case "--json" -> json = Optional.of(written(option, left));
                case "--html" -> html = Optional.of(written(option, left));
                case "--markdown" -> markdown = Optional.of(written(option, left));
                case "--against" -> against = Optional.of(Path.of(value(option, left)));
                default -> throw new IllegalArgumentException("there is no option " + option + ": see --help");
            }
        }

        BenchOptions options() {
            if (quick && full) throw new IllegalArgumentException("--quick and --full exclude each other");
            boolean kept = json.isPresent() || html.isPresent() || markdown.isPresent() || against.isPresent();
            if (smoke && kept) throw new IllegalArgumentException("--smoke has no figures that are worth a file");
            if (!render.isEmpty() && json.isPresent()) {
                throw new IllegalArgumentException("--render measures nothing that --json could keep");
            }
            if (render.size() > 1 && against.isPresent()) {
                throw new IllegalArgumentException("--against compares one run with another: name one with --render");
            }
            return new BenchOptions(
                    help,
                    list,
                    smoke ? Length.SMOKE : quick ? Length.QUICK : Length.FULL,
                    forks,
                    include,
                    List.copyOf(suites),
                    List.copyOf(sizes),
                    List.copyOf(implementations),
                    List.copyOf(peers),
                    requirePeers,
                    List.copyOf(render),
                    json,
                    html,
                    markdown,
                    against);
        }

        private static Pattern pattern(String regex) {
            try {
                return Pattern.compile(regex);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("--include is no regular expression: " + e.getMessage(), e);
            }
        }

        /** Found out before half an hour of measuring, not after. */
        private static Path written(String option, Deque<String> left) {
            Path file = Path.of(value(option, left));
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new IllegalArgumentException(option + " " + file + ": there is no folder " + folder);
            }
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException(option + " " + file + " is a folder: name a file in it");
            }
            return file;
        }

        private static int number(String option, Deque<String> left) {
            String value = value(option, left);
            if (!value.matches("[1-9]\\d{0,8}")) {
                throw new IllegalArgumentException(option + " needs a number above 0, not " + value);
            }
            return Integer.parseInt(value);
        }

        private static String value(String option, Deque<String> left) {
            if (left.isEmpty()) throw new IllegalArgumentException(option + " needs a value: see --help");
            return left.pop();
        }
    }
}
