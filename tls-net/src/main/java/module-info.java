/** Puts the engine on sockets: blocking streams, a listener, and a pump for non-blocking channels. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.net {
    requires static org.jspecify;
    requires transitive dev.dovetail.tls.handshake;

    exports dev.dovetail.tls.net;
}
