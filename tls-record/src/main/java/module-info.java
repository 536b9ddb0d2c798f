/**
 * The record layer: bytes of the transport become records, and records become content, for every shape of cipher and
 * every version of TLS. It knows nothing of handshakes: keys are brought to it, and which content may come is asked of
 * the state behind it.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.record {
    requires transitive dev.dovetail.tls.api;
    requires static org.jspecify;

    exports dev.dovetail.tls.record;
}
