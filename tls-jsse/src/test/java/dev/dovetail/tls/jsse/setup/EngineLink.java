package dev.dovetail.tls.jsse.setup;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** Two engines in memory, for tests that look at what they agreed on and not at how. */
final class EngineLink {

    private static final int AMPLE = 1 << 17;

    private final SSLEngine client;
    private final SSLEngine server;
    private final ByteBuffer toServer = ByteBuffer.allocate(AMPLE);
    private final ByteBuffer toClient = ByteBuffer.allocate(AMPLE);

    private EngineLink(SSLEngine client, SSLEngine server) {
        this.client = client;
        this.server = server;
    }

    static EngineLink between(SSLEngine client, SSLEngine server) {
        return new EngineLink(client, server);
    }

    /** Goes on until nobody has anything to say. */
    EngineLink run() throws SSLException {
        for (int still = 0; still < 3; ) {
            boolean moved = step(client, toClient, toServer) | step(server, toServer, toClient);
            still = moved ? 0 : still + 1;
        }
        return this;
    }

    private static boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) task.run();
        SSLEngineResult wrapped = engine.wrap(ByteBuffer.allocate(0), out);
        in.flip();
        SSLEngineResult unwrapped = engine.unwrap(in, ByteBuffer.allocate(AMPLE));
        in.compact();
        boolean tasks = unwrapped.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_TASK;
        return wrapped.bytesProduced() > 0 || unwrapped.bytesConsumed() > 0 || tasks;
    }
}
