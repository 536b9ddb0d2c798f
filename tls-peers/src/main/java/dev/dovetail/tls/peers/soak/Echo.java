package dev.dovetail.tls.peers.soak;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;

/** The server's end of a connection: sends back what comes. */
final class Echo implements TlsLink.Owner {

    private static final int UPDATE_ONCE_IN = 40;

    private final EchoServer server;
    private final Ledger.Passage passage;
    private final Random random = new Random();
    private Optional<TlsLink> link = Optional.empty();
    private Optional<Life> known = Optional.empty();
    private long echoed;
    private long farewell;
    private boolean ending;
    private boolean inputEnded;
    private boolean failed;

    Echo(EchoServer server, Ledger.Passage passage) {
        this.server = server;
        this.passage = passage;
    }

    void over(TlsLink own) {
        link = Optional.of(own);
    }

    @Override
    public void established() {
        life();
    }

    @Override
    public void received(ByteBuffer bytes) {
        Life life = life();
        TlsLink own = link.orElseThrow();
        if (ending) {
            hear(life, bytes);
            return;
        }
        if (life.tls13() && random.nextInt(UPDATE_ONCE_IN) == 0 && own.updateKeys()) {
            server.census().keyUpdates.increment();
        }
        echoed += bytes.remaining();
        own.send(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        if (life.ending().byServer()) end(life, own);
    }

    private void end(Life life, TlsLink own) {
        if (life.ending().disturbance() && echoed >= life.amid()) {
            life.disturb();
            if (life.ending() == Ending.SERVER_RESETS) own.reset();
            else own.drop();
        } else if (echoed == life.total()) {
            ending = true;
            own.closeOutput();
        }
    }

    private void hear(Life life, ByteBuffer bytes) {
        if (!server.noise().matches(life.begin() + life.total() + farewell, bytes)) {
            fail(life, "what the client says last is not what it wanted to say");
        }
        farewell += bytes.remaining();
    }

    @Override
    public void inputEnded() {
        inputEnded = true;
        link.orElseThrow().closeOutput();
    }

    @Override
    public void failed(Exception reason) {
        failed = true;
        server.census().error(life(), false, reason);
    }

    @Override
    public void closed() {
        Life life = life();
        if (!failed && !life.disturbed()) check(life);
        server.census().released.increment();
    }

    private void check(Life life) {
        if (!inputEnded) fail(life, "ends, and the client has not closed");
        if (echoed != life.total()) fail(life, "ends after " + echoed + " of " + life.total() + " bytes");
        long wanted = life.ending() == Ending.SERVER_HALF_CLOSES ? Life.FAREWELL : 0;
        if (farewell != wanted) fail(life, "ends after " + farewell + " of the last " + wanted + " bytes");
    }

    private void fail(Life life, String what) {
        server.census().failure("server of " + life + ": " + what);
    }

    /** The client has entered it before it did anything. */
    private Life life() {
        if (known.isEmpty()) known = server.ledger().take(passage);
        return known.orElseThrow(() -> new IllegalStateException("nobody knows a connection from " + passage));
    }
}
