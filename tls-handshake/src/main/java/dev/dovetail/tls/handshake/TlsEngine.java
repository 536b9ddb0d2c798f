package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.client.ClientStart;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.server.ServerStart;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One TLS connection without any I/O: bytes in, bytes out. It never blocks, starts no thread, and hands slow steps to the
 * caller if told so. For one thread at a time.
 *
 * <p>The caller moves bytes: what {@link #transmit} gives goes to the peer, what the peer sends goes to {@link #receive}.
 * After each call, of whatever kind, there may be something to transmit. A fault is thrown once all data before it was
 * delivered, and again at each later call; the alert for it is then waiting to be transmitted.
 */
public final class TlsEngine implements AutoCloseable {

    private final Role role;
    private final Machine machine;
    private int consumed;

    /** From any first state: replays begin in the middle of a handshake. */
    TlsEngine(Role role, TlsConfig config, State first) {
        this.role = role;
        this.machine = new Machine(config, first);
    }

    /**
     * A client's end.
     *
     * @param config what it does
     * @return the engine; the caller closes it
     */
    public static TlsEngine client(ClientConfig config) {
        return new TlsEngine(Role.CLIENT, config, ClientStart.with(config));
    }

    /**
     * A server's end.
     *
     * @param config what it does
     * @return the engine; the caller closes it
     */
    public static TlsEngine server(ServerConfig config) {
        return new TlsEngine(Role.SERVER, config, ServerStart.with(config));
    }

    /**
     * Takes bytes from the peer: as many whole records as there are and as {@code out} has room for. Bytes that were not
     * {@link #consumed()} are to be given again, with more behind them.
     *
     * <p>With at least 2^14 + 256 bytes of room, application data is decrypted straight into {@code out}. With less, one
     * record's plaintext is kept inside and handed out piece by piece; a call without input gives that buffer back.
     *
     * @param in the peer's bytes, not modified; another array than {@code out}
     * @param offset first byte
     * @param length how many
     * @param out takes application data; bytes behind those {@link #produced()} may be overwritten
     * @param outOffset where it begins
     * @param outLength room
     * @return what is needed to go on
     * @throws TlsFault if the connection has failed; never while data before the fault waits to be fetched
     */
    public Progress receive(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength) {
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, outLength, out.length);
        Progress progress = machine.receive(in, offset, length, out, outOffset, outLength);
        consumed = machine.consumed();
        if (machine.produced() == 0) machine.refuseIfFailed();
        return progress;
    }

    /**
     * How many bytes the last {@link #receive} or {@link #send} took.
     *
     * @return bytes of its input
     */
    public int consumed() {
        return consumed;
    }

    /**
     * How many bytes of application data the last {@link #receive} delivered.
     *
     * @return bytes in its output
     */
    public int produced() {
        return machine.produced();
    }

    /**
     * Moves a client's early data to the server's application (RFC 8446 2.3). It may be a copy of what was taken before, by
     * this server or another, unless the store of its {@link ServerConfig#sessions()} knows better; and it is not yet known
     * whether its sender is there at all. {@link #receive} says when there is some, and delivers nothing before it is taken.
     *
     * @param out takes it
     * @param offset where it begins
     * @param length room
     * @return bytes written, 0 if nothing waits
     */
    public int receiveEarly(byte[] out, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, out.length);
        return machine.early().deliver(out, offset, length);
    }

    /**
     * Whether early data may still come, or waits for {@link #receiveEarly}.
     *
     * @return true on a server that took the client's early data, until its end
     */
    public boolean earlyDataOpen() {
        return !machine.failed() && machine.early().open();
    }

    /**
     * How much early data a client may send now: before the server has answered, and within what the ticket allows.
     *
     * @return bytes of content, 0 if none
     */
    public int earlyDataRoom() {
        machine.advance();
        return machine.failed() ? 0 : machine.early().room();
    }

    /**
     * Seals a client's early data (RFC 8446 2.3): it has no forward secrecy, and who records it can send it again, so that
     * only what may be done twice belongs there. {@link ConnectionInfo#earlyData()} tells what became of it.
     *
     * @param in the application's data, not modified
     * @param offset first byte
     * @param length how many
     * @param out takes records for the peer, behind what waits to be transmitted; they must not overlap the data
     * @param outOffset where they begin
     * @param outLength room
     * @return bytes written; {@link #consumed()} tells how much of the data is in them: none beyond {@link #earlyDataRoom}
     * @throws TlsFault if the connection has failed
     */
    public int sendEarly(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength) {
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, outLength, out.length);
        consumed = 0;
        machine.refuseIfFailed();
        if (role == Role.SERVER) throw new IllegalStateException("early data is a client's; a server answers by send");
        int room = Math.min(length, earlyDataRoom());
        try {
            int written = machine.early().seal(machine.outbox(), in, offset, room, out, outOffset, outLength);
            consumed = machine.early().consumed();
            return written;
        } catch (TlsFault fault) {
            machine.fail(fault);
            throw fault;
        }
    }

    /**
     * Seals application data, behind whatever waits to be transmitted. A server that took early data may do that before the
     * handshake is done.
     *
     * @param in the application's data, not modified
     * @param offset first byte
     * @param length how many; 0 makes no record
     * @param out takes records for the peer; they must not overlap the data
     * @param outOffset where they begin
     * @param outLength room
     * @return bytes written to {@code out}; {@link #consumed()} tells how much of the data is in them
     * @throws TlsFault if the connection has failed
     * @throws IllegalStateException if the handshake is not done or our side is closed
     * @throws IndexOutOfBoundsException if a range is not inside its array
     */
    public int send(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength) {
        return send(in, offset, length, out, outOffset, outLength, false);
    }

    /**
     * The same, but one record of the data at most, for callers who hand on one at a time: those have to {@link #transmit}
     * first what waits. A key that is worn out is replaced before, which is one record more. {@code out} had better be
     * another array than {@code in}: the JDK's ciphers copy all of one that is both.
     *
     * @return bytes written to {@code out}, 0 if the record does not fit; {@link #consumed()} tells how much is in them
     * @throws TlsFault if the connection has failed
     */
    public int sendRecord(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength) {
        return send(in, offset, length, out, outOffset, outLength, true);
    }

    private int send(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength, boolean one) {
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, outLength, out.length);
        consumed = 0;
        int written = machine.send(in, offset, length, out, outOffset, outLength, one);
        consumed = machine.sent();
        return written;
    }

    /**
     * Moves bytes that wait for the peer: handshake messages and alerts.
     *
     * @param out takes them
     * @param offset where they begin
     * @param length room
     * @return bytes written, 0 if nothing waits
     */
    public int transmit(byte[] out, int offset, int length) {
        machine.advance();
        return machine.outbox().transmit(out, offset, length);
    }

    /**
     * Whether bytes wait for the peer.
     *
     * @return true if {@link #transmit} has something
     */
    public boolean hasOutput() {
        machine.advance();
        return !machine.outbox().isEmpty();
    }

    /**
     * How much plaintext was opened and is kept, because the last {@link #receive} had too little room for it.
     *
     * @return bytes that the next {@link #receive} delivers first
     */
    public int pending() {
        return machine.pending();
    }

    /**
     * How long the first record is that waits for the peer, for callers who hand on whole records only.
     *
     * @return bytes with its header, all of which {@link #transmit} gives; 0 if nothing waits. Of no use once a part of a
     *     record was taken
     */
    public int nextRecordLength() {
        machine.advance();
        return machine.outbox().nextRecordLength();
    }

    /**
     * How much application data one record takes.
     *
     * @return bytes, 1 to 2^14: what the peer allows, and our configuration
     */
    public int fragmentLimit() {
        return machine.outbox().fragmentLimit();
    }

    /** {@return how many bytes of data the next record takes, less than {@link #fragmentLimit()} where they begin small} */
    public int nextContent() {
        return machine.outbox().nextContent();
    }

    /**
     * How many bytes application data becomes on the wire.
     *
     * @param length bytes of data
     * @return bytes of records, an upper bound
     */
    public int sealedLength(int length) {
        return machine.outbox().sealedLength(length);
    }

    /**
     * The slow step that the connection waits for. Run it, on any thread; when it is done, the next call goes on.
     *
     * @return empty if there is none
     */
    public Optional<TlsTask> task() {
        machine.advance();
        return !machine.failed() && machine.driver().waits() ? machine.driver().task() : Optional.empty();
    }

    /**
     * Whether the handshake is done and application data may flow.
     *
     * @return true from then on, until the connection fails or is closed
     */
    public boolean connected() {
        machine.advance();
        return machine.connected();
    }

    /**
     * Whether application data is all that there is to move: asked once, instead of much else around each record.
     *
     * @return true while the connection stands, both sides are open and nothing waits
     */
    public boolean flows() {
        return machine.flows();
    }

    /**
     * What the handshake agreed on.
     *
     * @return empty before it is done
     */
    public Optional<ConnectionInfo> info() {
        return machine.effects().info();
    }

    /**
     * Which end this is.
     *
     * @return our role
     */
    public Role role() {
        return role;
    }

    /**
     * Where the connection is, for people and logs.
     *
     * @return the name of the state, as in {@link dev.dovetail.tls.api.event.TlsEvent.State}
     */
    public String state() {
        return machine.driver().state().name();
    }

    /**
     * What ended the connection.
     *
     * @return empty unless it failed
     */
    public Optional<TlsFault> failure() {
        return machine.failure();
    }

    /**
     * How the peer's side ended.
     *
     * @return the ending
     */
    public Ending ending() {
        return machine.ending();
    }

    /**
     * Derives keying material for the application (RFC 5705, RFC 8446 7.5).
     *
     * @param label registered or private name
     * @param context the application's, or null
     * @param length bytes wanted
     * @return the caller closes it
     * @throws IllegalStateException if the handshake is not done, or the engine is closed
     * @throws TlsFault if the connection has failed
     */
    public Secret export(String label, byte @Nullable [] context, int length) {
        return machine.exporter().export(label, context, length);
    }

    /**
     * Derives keying material that belongs to early data (RFC 8446 7.5): as little unique as that is.
     *
     * @param label registered or private name
     * @param context the application's, or null
     * @param length bytes wanted
     * @return the caller closes it
     * @throws IllegalStateException if there is no early data, or the engine is closed; if it has failed, a TlsFault
     */
    public Secret exportEarly(String label, byte @Nullable [] context, int length) {
        machine.advance();
        return machine.earlyExporter().export(label, context, length);
    }

    /**
     * Changes our keys (RFC 8446 4.6.3).
     *
     * @param requestPeer whether the peer is to change its keys too
     * @throws IllegalStateException if this is not a standing TLS 1.3 connection
     */
    public void updateKeys(boolean requestPeer) {
        machine.refuseIfFailed();
        if (!machine.outbox().isOpen()) throw new IllegalStateException("our side of the connection is closed");
        machine.updateKeys(requestPeer);
    }

    /** Ends our side: close_notify, after which nothing more is sent (RFC 8446 6.1). The peer may go on sending. */
    public void closeWrite() {
        if (!machine.outbox().isOpen() || machine.failed()) return;
        if (connected()) machine.closeWrite();
        else machine.fail(Fault.CANCELLED.because("the handshake was called off in state %s", state()));
    }

    /** Says that the transport has ended. Without a close_notify before it, the connection was truncated. */
    public void transportEnded() {
        if (machine.readClosed() || machine.failed()) return;
        machine.fail(Fault.TRUNCATED.because("the transport ended in state %s, without close_notify", state()));
    }

    /** Forgets every secret. Nothing can be read or sealed afterwards; what waits to be transmitted stays. */
    @Override
    public void close() {
        machine.close();
    }
}
