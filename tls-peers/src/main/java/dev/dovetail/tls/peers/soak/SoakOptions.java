package dev.dovetail.tls.peers.soak;

import dev.dovetail.tls.peers.Arguments;
import java.util.List;

/**
 * What was asked for.
 *
 * @param seconds how long, without the time that it takes to begin and to end
 * @param connections how many at once
 * @param seed what everything random follows from
 */
record SoakOptions(int seconds, int connections, long seed) {

    static final String USAGE = """
            dovetail soak [options]
              one server and many clients in one process: data is echoed and compared, connections are closed, dropped,
              reset and littered at random, and at the end nothing may be left: no thread, no key, no memory

              --seconds N       how long; default 600
              --connections N   how many at once; default 2000
              --seed N          what happens on which connection; default: another each time
              --help            this text
            """;

    static SoakOptions of(Arguments arguments) {
        return new SoakOptions(
                arguments.count("--seconds", 600),
                arguments.count("--connections", 2000),
                arguments.number("--seed", System.nanoTime() & 0xFFFFFF));
    }

    static List<String> names() {
        return List.of("--seconds", "--connections", "--seed");
    }
}
