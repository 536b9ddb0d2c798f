/** The command line: connects, serves, explains what can be negotiated, and shows what happened. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.cli {
    requires static org.jspecify;
    requires dev.dovetail.tls.certificates;
    requires dev.dovetail.tls.net;
    requires dev.dovetail.tls.sessions;
    // Only the servers of a fleet need it; its client of Redis is no module that could be linked into an image.
    requires static dev.dovetail.tls.sessions.redis;
    requires static lettuce.core;
    requires info.picocli;
    requires java.management;

    // Picocli fills fields that carry options, by reflection.
    opens dev.dovetail.tls.cli to
            info.picocli;
    opens dev.dovetail.tls.cli.demo to
            info.picocli;
    opens dev.dovetail.tls.cli.suites to
            info.picocli;
}
