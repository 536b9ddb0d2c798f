package dev.dovetail.tls.interop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bouncycastle.tls.TlsProtocol;

/** BouncyCastle's end of a connection in memory. */
final class BouncyEnd implements End {

    private final TlsProtocol protocol;
    private final BouncyPeer peer;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private Optional<IOException> failure = Optional.empty();

    private interface Step {
        void run() throws IOException;
    }

    BouncyEnd(TlsProtocol protocol, BouncyPeer peer) {
        this.protocol = protocol;
        this.peer = peer;
    }

    BouncyPeer peer() {
        return peer;
    }

    @Override
    public void take(byte[] bytes) {
        if (protocol.isClosed()) return;
        attempt(() -> {
            protocol.offerInput(bytes);
            byte[] data = new byte[protocol.getAvailableInputBytes()];
            int count = data.length == 0 ? 0 : protocol.readInput(data, 0, data.length);
            received.write(data, 0, count);
        });
    }

    @Override
    public byte[] flight() {
        byte[] flight = new byte[protocol.getAvailableOutputBytes()];
        if (flight.length > 0) protocol.readOutput(flight, 0, flight.length);
        return flight;
    }

    @Override
    public void write(byte[] data) {
        try {
            protocol.writeApplicationData(data, 0, data.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] received() {
        return received.toByteArray();
    }

    @Override
    public boolean connected() {
        return protocol.isConnected() && peer.agreement().isPresent();
    }

    @Override
    public void closeWrite() {
        attempt(protocol::close);
    }

    @Override
    public boolean readClosed() {
        return peer.closed();
    }

    @Override
    public Optional<IOException> failure() {
        return failure;
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            if (failure.isEmpty()) failure = Optional.of(e);
        }
    }

    @Override
    public String toString() {
        return "BouncyCastle"
                + (protocol.isConnected() ? " connected" : protocol.isClosed() ? " closed" : " not connected")
                + failure.map(e -> ": " + e).orElse("");
    }
}
