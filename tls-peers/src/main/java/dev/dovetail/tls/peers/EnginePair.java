package dev.dovetail.tls.peers;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * A client's and a server's engine, and the bytes between them.
 *
 * @param client one end
 * @param server the other
 */
public record EnginePair(EngineEnd client, EngineEnd server) {

    /**
     * A pair that has not spoken yet.
     *
     * @param client in client mode
     * @param server in server mode
     * @return the pair
     */
    public static EnginePair of(SSLEngine client, SSLEngine server) {
        return new EnginePair(new EngineEnd(client), new EngineEnd(server));
    }

    /**
     * Shakes hands, as far as it goes: {@link EngineEnd#failure()} tells.
     *
     * @return this
     */
    public EnginePair handshake() {
        client.begin();
        server.begin();
        pump();
        return this;
    }

    /**
     * Whether both are through with the handshake.
     *
     * @return false if one failed, or waits
     */
    public boolean connected() {
        return connected(client) && connected(server);
    }

    /**
     * Lets bytes go to and fro until nobody has any left.
     *
     * @return how many went
     */
    public int pump() {
        int sum = 0;
        while (true) {
            byte[] there = client.flight();
            server.take(there);
            byte[] back = server.flight();
            client.take(back);
            if (there.length + back.length == 0) return sum;
            sum += there.length + back.length;
        }
    }

    private static boolean connected(EngineEnd end) {
        HandshakeStatus status = end.engine().getHandshakeStatus();
        boolean resting = status == HandshakeStatus.NOT_HANDSHAKING || status == HandshakeStatus.FINISHED;
        return resting
                && end.failure().isEmpty()
                && !end.engine().getSession().getProtocol().equals("NONE");
    }
}
