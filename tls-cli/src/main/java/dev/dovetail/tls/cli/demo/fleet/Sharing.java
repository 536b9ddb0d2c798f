package dev.dovetail.tls.cli.demo.fleet;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Where the servers of the demonstration share what they need to resume each other's sessions. */
interface Sharing extends AutoCloseable {

    /** Which place, and why that one. */
    String description();

    /** What a server has to be told about it. */
    Map<String, String> told();

    /** Whether the place says who took which early data. */
    boolean takesEarlyData();

    /** What may be killed. */
    Optional<RedisProcess> process();

    /** Whether what stays there is to be removed at the end. */
    boolean cleaned();

    @Override
    void close() throws IOException;
}
