package dev.dovetail.tls.handshake.message;

/** HelloRequest (RFC 5246 7.4.1.1): an empty message by which a server asks for a renegotiation. */
public final class HelloRequest {

    private HelloRequest() {}

    /**
     * Whether a message is one. A client ignores it while a handshake is under way, and leaves it out of the transcript.
     *
     * @param message any message
     * @return true if so; its body was then checked to be empty
     */
    public static boolean is(HandshakeMessage message) {
        if (message.type() != HandshakeType.HELLO_REQUEST) return false;
        message.body().done();
        return true;
    }
}
