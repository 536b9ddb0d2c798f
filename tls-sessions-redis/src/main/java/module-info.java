/** Sessions, claims and ticket keys that a fleet shares, in Redis or Valkey. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.sessions.redis {
    requires static org.jspecify;
    requires transitive dev.dovetail.tls.sessions;
    requires lettuce.core;
    // Lettuce is an automatic module, which can't say that it needs these.
    requires io.netty.handler;
    requires io.netty.resolver.dns;
    // Without the times of keep-alives no connection is made.
    requires jdk.net;

    exports dev.dovetail.tls.sessions.redis;
}
