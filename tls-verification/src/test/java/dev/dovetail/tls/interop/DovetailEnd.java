package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Our end of a connection in memory, watched. */
final class DovetailEnd implements End {

    private final TlsEngine engine;
    private final Witness witness;
    private final ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteArrayOutputStream receivedEarly = new ByteArrayOutputStream();
    private final byte[] room = new byte[(1 << 14) + 256];
    private byte[] input = {};

    private DovetailEnd(TlsEngine engine, Witness witness) {
        this.engine = engine;
        this.witness = witness;
    }

    static DovetailEnd client(ClientConfig.Builder config) {
        Witness witness = new Witness();
        return new DovetailEnd(TlsEngine.client(config.observer(witness).build()), witness);
    }

    static DovetailEnd server(ServerConfig.Builder config) {
        Witness witness = new Witness();
        return new DovetailEnd(TlsEngine.server(config.observer(witness).build()), witness);
    }

    TlsEngine engine() {
        return engine;
    }

    ConnectionInfo info() {
        return engine.info().orElseThrow(() -> new IllegalStateException("not connected: " + this));
    }

    @Override
    public Optional<TlsFault> failure() {
        return engine.failure();
    }

    Witness witness() {
        return witness;
    }

    @Override
    public void take(byte[] bytes) {
        int kept = input.length;
        input = Arrays.copyOf(input, kept + bytes.length);
        System.arraycopy(bytes, 0, input, kept, bytes.length);
        try {
            Progress progress;
            do {
                progress = engine.receive(input, 0, input.length, room, 0, room.length);
                input = Arrays.copyOfRange(input, engine.consumed(), input.length);
                received.write(room, 0, engine.produced());
                if (progress == Progress.EARLY_DATA) takeEarly();
            } while (progress == Progress.NEEDS_ROOM || progress == Progress.EARLY_DATA || engine.produced() > 0);
        } catch (TlsFault fault) {
            // The engine keeps it.
            input = new byte[0];
        }
    }

    private void takeEarly() {
        int count = engine.receiveEarly(room, 0, room.length);
        receivedEarly.write(room, 0, count);
    }

    /** All early data that has arrived. */
    byte[] receivedEarly() {
        return receivedEarly.toByteArray();
    }

    /** Seals early data for the next flight, as much of it as the server allows. */
    int writeEarly(byte[] data) {
        byte[] out = new byte[engine.sealedLength(data.length) + 1024];
        int done = 0;
        while (done < data.length) {
            int count = engine.sendEarly(data, done, data.length - done, out, 0, out.length);
            sealed.write(out, 0, count);
            done += engine.consumed();
            // A call may have had room for our hello alone.
            if (count == 0) break;
        }
        return done;
    }

    @Override
    public byte[] flight() {
        // What send() sealed has left the engine already, so it comes first.
        byte[] part = new byte[4096];
        for (int count = engine.transmit(part, 0, part.length);
                count > 0;
                count = engine.transmit(part, 0, part.length)) {
            sealed.write(part, 0, count);
        }
        byte[] flight = sealed.toByteArray();
        sealed.reset();
        return flight;
    }

    @Override
    public void write(byte[] data) {
        byte[] out = new byte[engine.sealedLength(data.length) + 1024];
        int done = 0;
        while (done < data.length) {
            int count = engine.send(data, done, data.length - done, out, 0, out.length);
            if (count == 0) throw new IllegalStateException("send makes no progress: " + this);
            sealed.write(out, 0, count);
            done += engine.consumed();
        }
    }

    @Override
    public byte[] received() {
        return received.toByteArray();
    }

    @Override
    public boolean connected() {
        return engine.connected();
    }

    @Override
    public void closeWrite() {
        engine.closeWrite();
    }

    @Override
    public boolean readClosed() {
        return engine.ending() == Ending.CLOSE_NOTIFY;
    }

    @Override
    public String toString() {
        return "Dovetail " + engine.role() + " in state " + engine.state()
                + failure().map(f -> ": " + f).orElse("");
    }
}
