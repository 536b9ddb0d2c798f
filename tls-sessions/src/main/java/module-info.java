/** Sessions in memory, ticket keys from files, and a guard for stores that are out of reach. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.sessions {
    requires static org.jspecify;
    requires transitive dev.dovetail.tls.handshake;
    requires com.github.benmanes.caffeine;

    exports dev.dovetail.tls.sessions;
}
