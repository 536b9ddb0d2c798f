package dev.dovetail.tls.net;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.TlsEngine;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The early data of a channel (RFC 8446 2.3). It has no forward secrecy, and who records it can send it again, so it has
 * calls of its own, which never wait.
 */
public final class EarlyChannelData {

    private static final byte[] EMPTY = new byte[0];

    private final TlsChannel channel;
    private boolean seen;

    EarlyChannelData(TlsChannel channel) {
        this.channel = channel;
    }

    /**
     * A server reads early data, to its end, before it calls for the handshake or reads anything else.
     *
     * @param dst takes it
     * @return bytes read; 0 if nothing is there now; -1 behind the end, or if there is none
     * @throws IOException if the handshake or the transport fails
     */
    public int read(ByteBuffer dst) throws IOException {
        if (!dst.hasRemaining()) return 0;
        TlsEngine engine = channel.engine;
        byte[] buffer = channel.plain(dst.remaining());
        try {
            while (true) {
                channel.flush();
                Progress progress = channel.receive(EMPTY, 0, 0);
                int count = engine.receiveEarly(buffer, 0, Math.min(buffer.length, dst.remaining()));
                dst.put(buffer, 0, count);
                channel.flush();
                if (count > 0) return count;
                if (isOver() || progress == Progress.CLOSED) return -1;
                if (progress == Progress.NEEDS_TASK ? !channel.isTaskDone() : !channel.fill()) return 0;
            }
        } catch (TlsFault fault) {
            throw channel.failed(fault);
        }
    }

    /**
     * A client seals early data, before it calls for the handshake: as much as its ticket allows.
     *
     * @param src what may be done twice without harm
     * @return bytes taken; the rest belongs behind the handshake
     * @throws IOException if the transport fails
     */
    public int write(ByteBuffer src) throws IOException {
        byte[] buffer = channel.plain(src.remaining());
        ChannelBytes out = channel.out;
        int before = src.remaining();
        try {
            while (src.hasRemaining() && channel.flush()) {
                int length = Math.min(buffer.length, src.remaining());
                src.get(src.position(), buffer, 0, length);
                out.open();
                out.end += channel.engine.sendEarly(buffer, 0, length, out.array, out.end, out.array.length - out.end);
                int taken = channel.engine.consumed();
                src.position(src.position() + taken);
                if (taken == 0) break;
            }
            channel.flush();
            return before - src.remaining();
        } catch (TlsFault fault) {
            throw channel.failed(fault);
        }
    }

    private boolean isOver() {
        boolean open = channel.engine.earlyDataOpen();
        boolean over = seen && !open || channel.engine.connected();
        seen |= open;
        return over;
    }
}
