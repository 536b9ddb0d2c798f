package dev.dovetail.tls.cli.demo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.cli.demo.DemoCommand;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** The demonstration of a fleet, with few connections: what it says is so, and nothing of it stays. */
@Timeout(180)
class FleetDemonstrationIT {

    private static final Pattern PROCESS = Pattern.compile("process (\\d+)");
    private static final Pattern FILE = Pattern.compile("path=([^,\\]]+)");

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    @Test
    void withAKeyFileEachServerResumesSessionsOfTheOther() throws IOException {
        assertThat(new FleetDemonstration(out, 20).run(Optional.empty(), ""))
                .as(text.toString())
                .isTrue();

        assertThat(text.toString())
                .contains("because there is no redis-server on the PATH")
                .contains(" 0 failed");
        // Each ticket of TLS 1.3 goes to the other server; nothing is taken early.
        assertThat(row("two servers")).endsWith("10 0 - 10 (100 %) 9 (90 %) -");
        assertThat(row("server 2 killed")).contains("5 0 3 5 (100 %)");
        assertThat(FILE.matcher(text.toString()).results())
                .hasSize(2)
                .allSatisfy(found -> assertThat(Path.of(found.group(1))).doesNotExist());
        assertThatNothingRuns(2);
    }

    @Test
    void withRedisItGoesOnWithoutRedis() {
        requireRedis();
        int code = new CommandLine(new DemoCommand()).setOut(out).execute("--fleet", "--connections", "20");

        assertThat(code).as(text.toString()).isZero();
        assertThat(row("two servers")).contains("10 0 - 10 (100 %)");
        assertThat(row("Redis killed")).contains(" 0 of ");
        assertThat(row("Redis back")).contains("5 of 5");
        assertThat(text.toString())
                .contains("Redis is out of reach, so no early data is taken", "Redis has lost its own")
                .contains(" 0 failed");
        assertThatNothingRuns(3);
    }

    @Test
    void leavesNothingInTheRedisOfSomebodyElse() throws Exception {
        try (RedisProcess redis = RedisProcess.start(requireRedis())) {
            assertThat(new FleetDemonstration(out, 10).run(Optional.of(redis.uri()), ""))
                    .as(text.toString())
                    .isTrue();

            assertThat(text.toString()).contains("is not killed").contains(" 0 failed");
            assertThat(keys(redis)).isZero();
        }
    }

    @Test
    void saysThatAServerDidNotStart() {
        assertThatThrownBy(() -> new FleetDemonstration(out, 10).run(Optional.of("redis://127.0.0.1:1"), ""))
                .isInstanceOf(IOException.class)
                .hasMessage("server 1 failed: Redis does not answer");
    }

    /** The TLS 1.3 row of a chapter, from its count of connections on, without the times. */
    private String row(String chapter) {
        return text.toString()
                .lines()
                .filter(line -> line.startsWith(chapter + " "))
                .filter(line -> line.contains(" 1.3 "))
                .map(line -> line.replaceFirst(".* 1\\.3 +", "").replaceAll(" +", " "))
                .map(line -> line.replaceFirst("( -| \\d+\\.\\d ms)( -| \\d+\\.\\d ms)$", ""))
                .findFirst()
                .orElse("");
    }

    private void assertThatNothingRuns(int started) {
        List<Long> processes = PROCESS.matcher(text.toString())
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .distinct()
                .toList();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(started);
        assertThat(processes)
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    private static Path requireRedis() {
        Optional<Path> program = RedisProcess.program(System.getenv().getOrDefault("PATH", ""));
        String missing = "redis-server is not installed (Debian package redis-server)";
        if (program.isEmpty() && System.getProperty("dovetail.interop", "").equals("require")) {
            throw new AssertionError(missing);
        }
        return program.orElseGet(() -> Assumptions.abort(missing));
    }

    private static long keys(RedisProcess redis) {
        RedisClient client = RedisClient.create(redis.uri());
        try (var connection = client.connect()) {
            return connection.sync().dbsize();
        } finally {
            client.shutdown();
        }
    }
}
