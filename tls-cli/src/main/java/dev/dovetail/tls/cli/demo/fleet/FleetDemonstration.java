package dev.dovetail.tls.cli.demo.fleet;

import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.cli.demo.ProgressBar;
import dev.dovetail.tls.cli.text.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Shows two server processes that resume each other's sessions, while one of them is killed, and then Redis. */
public final class FleetDemonstration {

    private static final int SERVERS = 2;
    private static final int WARM_UP = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final ProgressBar bar;
    private final int connections;
    private final Processes processes = new Processes();
    private final Parties parties = new Parties();
    private final List<Chapter> chapters = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    /**
     * A demonstration.
     *
     * @param out where it is told
     * @param connections how many with both servers there; half as many in each other chapter
     */
    public FleetDemonstration(PrintWriter out, int connections) {
        this.out = out;
        this.bar = ProgressBar.on(out);
        this.connections = connections;
    }

    /**
     * Runs it, and ends every process that it has started, in whichever way it ends.
     *
     * @param redis the URI of a Redis that is there
     * @param path where {@code redis-server} is looked for otherwise, as in {@code PATH}
     * @return whether no connection failed
     * @throws IOException if it can't begin
     */
    public boolean run(Optional<String> redis, String path) throws IOException {
        try (processes) {
            long begin = System.nanoTime();
            Sharing sharing = processes.add(sharing(redis, path));
            out.println("Two servers share " + sharing.description() + ".");
            startMembers(sharing);
            RoundRobin client = new RoundRobin(parties, members);
            withBothServers(client);
            withOneServer(client);
            if (sharing.process().isPresent())
                withoutRedis(client, sharing.process().get());
            if (sharing.cleaned()) members.get(0).clean();
            client.failures().forEach(failure -> out.println("FAILED  " + failure));
            tabulate();
            out.println(Explanation.of(sharing));
            boolean passed = chapters.stream().allMatch(chapter -> chapter.failed() == 0);
            sumUp(System.nanoTime() - begin);
            return passed;
        }
    }

    private static Sharing sharing(Optional<String> redis, String path) throws IOException {
        if (!MemberCommand.redisIsHere()) return KeyFile.create("this program was linked without its client of Redis");
        if (redis.isPresent()) return SharedRedis.at(redis.get());
        Optional<Path> program = RedisProcess.program(path);
        if (program.isEmpty()) return KeyFile.create("there is no redis-server on the PATH, and --redis names none");
        return SharedRedis.in(RedisProcess.start(program.get()));
    }

    private void startMembers(Sharing sharing) throws IOException {
        Issued issued = parties.issue();
        for (int i = 1; i <= SERVERS; i++) members.add(processes.add(Member.start("server " + i, sharing, issued)));
        for (Member member : members) {
            member.await();
            out.printf(
                    "  %s: process %d, port %d%n",
                    member.name(), member.pid(), member.address().getPort());
        }
        out.println();
        out.flush();
    }

    private void withBothServers(RoundRobin client) {
        // Choice: the JVMs compile what runs often; without a warm-up the first chapter would only show that.
        Chapter warmUp = Chapter.of("warming up");
        visit(client, warmUp, WARM_UP, false);
        visit(client, warmUp, WARM_UP, true);
        if (warmUp.failed() > 0) chapters.add(warmUp);
        visit(client, begin("no sessions"), connections / 2, false);
        visit(client, begin("two servers"), connections, true);
        told();
    }

    private void withOneServer(RoundRobin client) {
        Member killed = members.get(1);
        say("Killing " + killed.name() + " (process " + killed.pid() + ").");
        killed.kill();
        visit(client, begin(killed.name() + " killed"), connections / 2, true);
        told();
    }

    private void withoutRedis(RoundRobin client, RedisProcess redis) throws IOException {
        Member left = members.get(0);
        say("Killing Redis (process " + redis.pid() + ").");
        int mark = left.mark();
        redis.kill();
        Chapter without = begin("Redis killed");
        visit(client, without, connections / 2, true);
        visitUntil(client, without, () -> left.has(mark, "out of reach") && left.has(mark, "does not answer"));
        told();
        say("Starting Redis again, with nothing in it.");
        int restarted = left.mark();
        redis.restart();
        visitUntil(
                client,
                begin("Redis starting"),
                () -> left.has(restarted, "store: Redis answers") && left.has(restarted, "made a new one"));
        visit(client, begin("Redis back"), connections / 2, true);
        told();
    }

    private Chapter begin(String name) {
        Chapter chapter = Chapter.of(name);
        chapters.add(chapter);
        return chapter;
    }

    /** Both versions take turns, so it is two connections at a time. */
    private void visit(RoundRobin client, Chapter chapter, int count, boolean withSessions) {
        for (int i = 0; i < (count + 1) / 2; i++) {
            bar.draw(2 * i, count, chapter.name());
            client.visit(chapter, withSessions);
            bar.clear();
        }
    }

    /** Goes on until something was told. */
    private void visitUntil(RoundRobin client, Chapter chapter, BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            client.visit(chapter, true);
            if (System.nanoTime() - deadline > 0)
                throw new IOException("nothing is told for " + PATIENCE.toSeconds() + " s");
        } while (!condition.getAsBoolean());
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }

    /** What the servers have said meanwhile. */
    private void told() {
        for (Member member : members) {
            member.news().forEach(event -> out.println("  " + member.name() + ": " + event));
        }
        out.flush();
    }

    private void tabulate() {
        List<List<String>> rows =
                chapters.stream().flatMap(chapter -> chapter.rows().stream()).toList();
        Table table = Table.of(
                        "",
                        "TLS",
                        ">connections",
                        ">failed",
                        ">nobody there",
                        ">resumed",
                        ">elsewhere",
                        ">early data",
                        ">full",
                        ">resumed in")
                .fit(rows);
        out.println();
        out.println(table.heading());
        rows.forEach(row -> out.println(table.line(row)));
        out.println();
    }

    private void sumUp(long nanos) {
        int all = chapters.stream().mapToInt(Chapter::connections).sum();
        int failed = chapters.stream().mapToInt(Chapter::failed).sum();
        int resumed = chapters.stream().mapToInt(Chapter::resumed).sum();
        out.printf(
                Locale.ROOT,
                "%n%d connections in %.0f s, %d of them resumed, %d failed%n",
                all,
                nanos / 1e9,
                resumed,
                failed);
        out.flush();
    }
}
