package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.handshake.client.ClientStart;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.server.ServerStart;
import dev.dovetail.tls.record.ContentType;
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

    private static final byte WARNING = 1;
    private static final byte FATAL = 2;
    // Choice: look at the key's age at least every 16 full records, well inside the margin of the record layer.
    private static final int MOST_AT_ONCE = 1 << 18;

    private final Role role;
    private final Watch watch;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Driver driver;
    private final LiveEffects effects;
    private boolean begun;
    private boolean readClosed;
    private boolean closed;
    private boolean readKeysAsked;
    private @Nullable TlsFault failure;
    private int consumed;
    private int produced;

    /** Open to the package, so that a replay of a recorded handshake can begin in a state of its choice. */
    TlsEngine(Role role, TlsConfig config, State first) {
        this.role = role;
        this.watch = new Watch(config.observer());
        this.inbox = new Inbox(config.longestMessage(), watch);
        this.outbox = new Outbox(watch);
        this.driver = new Driver(first, watch, config.tasksDeferred());
        this.effects = new LiveEffects(inbox, outbox, watch, config.secretsInEvents(), driver::state);
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
     * <p>With at least 2^14 + 256 bytes of room, application data is decrypted straight into {@code out}.
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
        consumed = 0;
        produced = 0;
        Progress progress = Progress.NEEDS_INPUT;
        try {
            if (inbox.stashed()) produced = inbox.unstash(out, outOffset, outLength);
            if (inbox.stashed()) return Progress.NEEDS_ROOM;
            if (failure == null) {
                start();
                progress = readRecords(in, offset, length, out, outOffset, outLength);
            }
        } catch (TlsFault fault) {
            fail(fault);
        } catch (RuntimeException e) {
            fail(Fault.INTERNAL.because("the engine failed: %s", e).causedBy(e));
        }
        if (failure != null && produced == 0) throw failure;
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
        return produced;
    }

    /**
     * Seals application data, behind whatever waits to be transmitted.
     *
     * @param in the application's data, not modified
     * @param offset first byte
     * @param length how many; 0 makes no record
     * @param out takes records for the peer
     * @param outOffset where they begin
     * @param outLength room
     * @return bytes written to {@code out}; {@link #consumed()} tells how much of the data is in them
     * @throws TlsFault if the connection has failed
     * @throws IllegalStateException if the handshake is not done or our side is closed
     */
    public int send(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength) {
        Objects.checkFromIndexSize(offset, length, in.length);
        consumed = 0;
        if (failure != null) throw failure;
        if (!outbox.isOpen()) throw new IllegalStateException("our side of the connection is closed");
        if (!connected()) throw new IllegalStateException("the handshake is not done");
        int written = 0;
        int taken = 0;
        try {
            do {
                renewKeys();
                written += outbox.transmit(out, outOffset + written, outLength - written);
                if (!outbox.isEmpty() || taken == length) break;
                int part = Math.min(length - taken, MOST_AT_ONCE);
                int count = outbox.application(in, offset + taken, part, out, outOffset + written, outLength - written);
                if (count == 0) break;
                written += count;
                taken += outbox.consumed();
            } while (taken < length);
        } catch (TlsFault fault) {
            fail(fault);
            if (written == 0) throw fault;
        }
        consumed = taken;
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
        advance();
        return outbox.transmit(out, offset, length);
    }

    /**
     * Whether bytes wait for the peer.
     *
     * @return true if {@link #transmit} has something
     */
    public boolean hasOutput() {
        advance();
        return !outbox.isEmpty();
    }

    /**
     * How many bytes application data becomes on the wire.
     *
     * @param length bytes of data
     * @return bytes of records, an upper bound
     */
    public int sealedLength(int length) {
        return outbox.sealedLength(length);
    }

    /**
     * The slow step that the connection waits for. Run it, on any thread; when it is done, the next call goes on.
     *
     * @return empty if there is none
     */
    public Optional<TlsTask> task() {
        advance();
        return driver.waits() ? driver.task() : Optional.empty();
    }

    /**
     * Whether the handshake is done and application data may flow.
     *
     * @return true from then on, until the connection fails or is closed
     */
    public boolean connected() {
        advance();
        return failure == null && !closed && driver.state().connected();
    }

    /**
     * What the handshake agreed on.
     *
     * @return empty before it is done
     */
    public Optional<ConnectionInfo> info() {
        return effects.info();
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
     * What ended the connection.
     *
     * @return empty unless it failed
     */
    public Optional<TlsFault> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * How the peer's side ended.
     *
     * @return the ending
     */
    public Ending ending() {
        if (readClosed) return Ending.CLOSE_NOTIFY;
        if (failure == null) return Ending.OPEN;
        return failure.fault() == Fault.TRUNCATED ? Ending.TRUNCATED : Ending.FAULT;
    }

    /**
     * Derives keying material for the application (RFC 5705, RFC 8446 7.5).
     *
     * @param label registered or private name
     * @param context the application's, or null
     * @param length bytes wanted
     * @return the caller closes it
     * @throws IllegalStateException if the handshake is not done, or the engine is closed
     */
    public Secret export(String label, byte @Nullable [] context, int length) {
        if (closed) throw new IllegalStateException("the engine is closed");
        return effects.exporter()
                .orElseThrow(() -> new IllegalStateException("the handshake is not done"))
                .export(label, context, length);
    }

    /**
     * Changes our keys (RFC 8446 4.6.3).
     *
     * @param requestPeer whether the peer is to change its keys too
     * @throws IllegalStateException if this is not a standing TLS 1.3 connection
     */
    public void updateKeys(boolean requestPeer) {
        if (failure != null) throw failure;
        if (!outbox.isOpen()) throw new IllegalStateException("our side of the connection is closed");
        driver.updateKeys(requestPeer, effects);
        outbox.flush();
    }

    /** Ends our side: close_notify, after which nothing more is sent (RFC 8446 6.1). The peer may go on sending. */
    public void closeWrite() {
        if (!outbox.isOpen() || failure != null) return;
        if (!connected()) {
            fail(Fault.CANCELLED.because(
                    "the handshake was called off in state %s", driver.state().name()));
            return;
        }
        sendCloseNotify();
    }

    /** Says that the transport has ended. Without a close_notify before it, the connection was truncated. */
    public void transportEnded() {
        if (readClosed || failure != null) return;
        fail(Fault.TRUNCATED.because(
                "the transport ended in state %s, without close_notify",
                driver.state().name()));
    }

    /** Forgets every secret. Nothing can be read or sealed afterwards; what waits to be transmitted stays. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        if (failure == null) failure = Fault.CANCELLED.because("the engine is closed");
        driver.close();
        effects.exporter().ifPresent(exporter -> exporter.close());
        inbox.close();
        outbox.close();
    }

    private void start() {
        if (begun) return;
        begun = true;
        driver.begin(effects);
        outbox.flush();
    }

    /** Goes on behind a step that was done elsewhere; what fails then is thrown by the next receive or send. */
    private void advance() {
        if (failure != null || closed) return;
        try {
            start();
            step();
        } catch (TlsFault fault) {
            fail(fault);
        } catch (RuntimeException e) {
            fail(Fault.INTERNAL.because("the engine failed: %s", e).causedBy(e));
        }
    }

    private void step() {
        boolean before = driver.state().connected();
        driver.run(inbox, effects);
        if (driver.task().isEmpty()) outbox.flush();
        if (!before && driver.state().connected()) inbox.relax();
    }

    private Progress readRecords(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength) {
        while (true) {
            step();
            if (driver.waits()) return Progress.NEEDS_TASK;
            if (readClosed) return Progress.CLOSED;
            int recordLength = inbox.reader.recordLength(in, offset + consumed, length - consumed);
            if (recordLength < 0 || recordLength > length - consumed) return Progress.NEEDS_INPUT;
            int outRoom = driver.state().connected() ? outLength - produced : -1;
            inbox.open(in, offset + consumed, recordLength, out, outOffset + produced, outRoom);
            consumed += recordLength;
            if (inbox.reader.contentType() == ContentType.APPLICATION_DATA) {
                deliver(out, outOffset, outLength);
                if (inbox.stashed()) return Progress.NEEDS_ROOM;
            } else {
                dispatch(inbox.reader.contentType());
            }
            askForNewKeys();
        }
    }

    private void deliver(byte[] out, int outOffset, int outLength) {
        refuseInterleaving(ContentType.APPLICATION_DATA);
        if (!driver.state().connected()) {
            throw Fault.APPLICATION_DATA_UNEXPECTED.because(
                    "in state %s", driver.state().name());
        }
        produced += inbox.deliver(out, outOffset + produced, outLength - produced);
    }

    private void dispatch(int contentType) {
        byte[] content = inbox.content();
        int offset = inbox.contentOffset();
        int length = inbox.contentLength();
        if (length == 0) throw Fault.RECORD_EMPTY.because("a record of type %s", ContentType.name(contentType));
        switch (contentType) {
            case ContentType.HANDSHAKE -> inbox.joiner.add(content, offset, length);
            case ContentType.ALERT -> alert(content, offset, length);
            default -> {
                refuseInterleaving(contentType);
                if (length != 1 || content[offset] != 1) {
                    throw Fault.CHANGE_CIPHER_SPEC_MALFORMED.because("it has %d bytes, not the single byte 1", length);
                }
                driver.changeCipherSpec(effects);
            }
        }
        inbox.wipeContent();
    }

    private void refuseInterleaving(int contentType) {
        if (inbox.joiner.isEmpty()) return;
        throw Fault.MESSAGE_INTERLEAVED.because(
                "%s between the fragments of a handshake message", ContentType.name(contentType));
    }

    private void alert(byte[] content, int offset, int length) {
        if (length != 2) throw Fault.ALERT_MALFORMED.because("it has %d bytes instead of 2", length);
        int level = content[offset];
        Alert alert = new Alert(content[offset + 1] & 0xff);
        if (level != WARNING && level != FATAL) throw Fault.ALERT_LEVEL_BAD.because("level %d of %s", level, alert);
        boolean warning = driver.state().alertLevelCounts() ? level == WARNING : alert.equals(Alert.USER_CANCELED);
        boolean closing = alert.equals(Alert.CLOSE_NOTIFY);
        if (watch.active()) {
            watch.see(new TlsEvent.AlertSeen(Direction.READ, !warning && !closing, alert, Optional.empty()));
        }
        if (closing) {
            if (!driver.state().connected()) throw TlsFault.received(alert);
            readClosed = true;
        } else if (warning) {
            inbox.floods.warningAlert();
        } else {
            throw TlsFault.received(alert);
        }
    }

    /** RFC 8446 5.5: new keys before the old ones are worn out; TLS 1.2 has none, so the connection ends in order. */
    private void renewKeys() {
        if (!outbox.worn()) return;
        if (driver.state().updatesKeys()) {
            driver.updateKeys(false, effects);
            outbox.flush();
            return;
        }
        sendCloseNotify();
        failure = Fault.KEY_WORN_OUT.because("TLS 1.2 can't change keys: open a new connection");
        throw failure;
    }

    private void askForNewKeys() {
        if (!inbox.reader.worn() || !driver.state().updatesKeys()) {
            readKeysAsked = false;
        } else if (!readKeysAsked && outbox.isOpen()) {
            readKeysAsked = true;
            driver.updateKeys(true, effects);
        }
    }

    private void sendCloseNotify() {
        endWith(WARNING, Alert.CLOSE_NOTIFY, Optional.empty());
    }

    private void endWith(byte level, Alert alert, Optional<TlsFault> fault) {
        outbox.end(new byte[] {level, (byte) alert.code()});
        if (watch.active()) watch.see(new TlsEvent.AlertSeen(Direction.WRITE, level == FATAL, alert, fault));
    }

    /** The one place where a fault becomes an alert. */
    private void fail(TlsFault fault) {
        if (failure != null) return;
        failure = fault;
        outbox.dropFlight();
        if (fault.fault().answered() && outbox.isOpen()) tell(fault);
        inbox.stop();
        driver.close();
    }

    private void tell(TlsFault fault) {
        try {
            if (!fault.alert().equals(Alert.USER_CANCELED)) {
                endWith(FATAL, fault.alert(), Optional.of(fault));
                return;
            }
            // RFC 8446 6.1: user_canceled is a warning, and close_notify follows it.
            effects.warn(Alert.USER_CANCELED);
            sendCloseNotify();
        } catch (TlsFault silenced) {
            // The fault was the record writer's own: it can seal nothing any more, so the peer hears nothing.
            failure = fault;
        }
    }
}
