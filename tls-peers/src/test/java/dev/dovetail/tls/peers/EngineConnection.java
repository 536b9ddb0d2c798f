package dev.dovetail.tls.peers;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Two engines in memory. */
final class EngineConnection implements Connection {

    private static final int HTTPS = 443;

    private final EnginePair pair;

    EngineConnection(SSLContext client, SSLContext server, Setting setting) {
        pair = EnginePair.of(
                engine(client.createSSLEngine(setting.host(), HTTPS), true, setting.client()),
                engine(server.createSSLEngine(), false, setting.server()));
    }

    private static SSLEngine engine(SSLEngine engine, boolean client, Consumer<SSLParameters> changes) {
        engine.setUseClientMode(client);
        SSLParameters parameters = engine.getSSLParameters();
        changes.accept(parameters);
        engine.setSSLParameters(parameters);
        return engine;
    }

    @Override
    public void handshake() {
        pair.handshake();
        boolean failed =
                failure(Side.CLIENT).isPresent() || failure(Side.SERVER).isPresent();
        if (!failed && !pair.connected()) throw new IllegalStateException("the handshake stopped half way: " + pair);
    }

    @Override
    public Optional<IOException> failure(Side side) {
        return engineEnd(side).failure().map(IOException.class::cast);
    }

    @Override
    public byte[] carry(Side from, byte[] data) throws IOException {
        engineEnd(from).write(data);
        pump();
        return engineEnd(from.peer()).received();
    }

    @Override
    public ExtendedSSLSession session(Side side) {
        return (ExtendedSSLSession) engineEnd(side).engine().getSession();
    }

    @Override
    public Object end(Side side) {
        return engineEnd(side).engine();
    }

    @Override
    public String application(Side side) {
        return engineEnd(side).engine().getApplicationProtocol();
    }

    @Override
    public void handshakeAgain(Side side) throws IOException {
        engineEnd(side).begin();
        if (pump() == 0) throw new IOException("beginHandshake sends nothing");
    }

    @Override
    public void closeOutput(Side side) throws IOException {
        engineEnd(side).closeOutput();
        pump();
    }

    @Override
    public boolean sawEnd(Side side) {
        return engineEnd(side).engine().isInboundDone();
    }

    @Override
    public void close(Side side) throws IOException {
        closeOutput(side);
    }

    @Override
    public void close() {
        for (Side side : Side.values()) engineEnd(side).engine().closeOutbound();
    }

    private EngineEnd engineEnd(Side side) {
        return side == Side.CLIENT ? pair.client() : pair.server();
    }

    private int pump() throws IOException {
        int moved = pair.pump();
        for (Side side : Side.values()) {
            if (failure(side).isPresent()) throw failure(side).get();
        }
        return moved;
    }
}
