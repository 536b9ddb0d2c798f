package dev.dovetail.tls.jsse.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Two engines in memory; a failure of one is kept, and its alert still reaches the other. */
final class EnginePair {

    final End client;
    final End server;

    EnginePair(SSLEngine client, SSLEngine server) {
        client.setUseClientMode(true);
        server.setUseClientMode(false);
        this.client = new End(client);
        this.server = new End(server);
    }

    EnginePair run() {
        for (int still = 0; still < 3; still++) if (client.step(server) | server.step(client)) still = 0;
        return this;
    }

    /** Whether text that one end sends arrives at the other. */
    boolean talks() {
        if (client.failure != null || server.failure != null) return false;
        client.outgoing.put("hello".getBytes(StandardCharsets.US_ASCII));
        server.outgoing.put("good day".getBytes(StandardCharsets.US_ASCII));
        run();
        return server.heard.toString().endsWith("hello")
                && client.heard.toString().endsWith("good day");
    }

    static final class End {
        final SSLEngine engine;
        final ByteBuffer outgoing = ByteBuffer.allocate(1 << 12);
        final StringBuilder heard = new StringBuilder();
        private final ByteBuffer inbound = ByteBuffer.allocate(1 << 18);

        @Nullable
        SSLException failure;

        End(SSLEngine engine) {
            this.engine = engine;
        }

        private boolean step(End peer) {
            boolean moved = false;
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) task.run();
            try {
                moved = wrap(peer);
            } catch (SSLException e) {
                if (failure == null) failure = e;
            }
            try {
                moved |= unwrap();
            } catch (SSLException e) {
                if (failure == null) failure = e;
                moved = true;
            }
            return moved;
        }

        private boolean wrap(End peer) throws SSLException {
            ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize() + 2048);
            outgoing.flip();
            SSLEngineResult result = engine.wrap(outgoing, record);
            outgoing.compact();
            peer.inbound.put(record.flip());
            return result.bytesProduced() > 0 || result.getHandshakeStatus() == HandshakeStatus.NEED_TASK;
        }

        private boolean unwrap() throws SSLException {
            ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize() + 2048);
            inbound.flip();
            try {
                SSLEngineResult result = engine.unwrap(inbound, plain);
                heard.append(StandardCharsets.US_ASCII.decode(plain.flip()));
                return result.bytesConsumed() > 0 || result.getHandshakeStatus() == HandshakeStatus.NEED_TASK;
            } finally {
                inbound.compact();
            }
        }
    }
}
