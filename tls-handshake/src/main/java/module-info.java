/** The sans-I/O engine: handshakes of TLS 1.2 and 1.3, client and server, with whatever parts are found. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.handshake {
    requires static org.jspecify;
    requires transitive dev.dovetail.tls.api;
    requires transitive dev.dovetail.tls.record;

    exports dev.dovetail.tls.handshake;
    exports dev.dovetail.tls.handshake.credential;
    exports dev.dovetail.tls.handshake.psk;
    exports dev.dovetail.tls.handshake.session;
}
