package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.record.ContentType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What turns inside a {@link TlsEngine}: records to messages, messages to states, faults to alerts. */
final class Machine implements AutoCloseable {

    private static final byte WARNING = 1;
    private static final byte FATAL = 2;
    // Choice: look at the key's age at least every 16 full records, well inside the margin of the record layer.
    private static final int MOST_AT_ONCE = 1 << 18;

    private final Watch watch;
    private final Inbox inbox;
    private final Outbox outbox;
    private final EarlyData early = new EarlyData();
    private final Driver driver;
    private final LiveEffects effects;
    private boolean begun;
    private boolean readClosed;
    private boolean closed;
    private boolean readKeysAsked;
    private @Nullable TlsFault failure;
    private int consumed;
    private int sent;
    private int produced;

    Machine(TlsConfig config, State first) {
        this.watch = new Watch(config.observer());
        this.inbox = new Inbox(config.longestMessage(), watch);
        this.outbox = new Outbox(watch, new SizingState(config.recordSizing(), System::nanoTime));
        this.driver = new Driver(first, watch, config.tasksDeferred());
        this.effects = new LiveEffects(inbox, outbox, early, watch, config.secretsInEvents(), driver);
    }

    Outbox outbox() {
        return outbox;
    }

    Driver driver() {
        return driver;
    }

    EarlyData early() {
        return early;
    }

    LiveEffects effects() {
        return effects;
    }

    /** What ended the connection. Who closes it seldom asks, and a fault costs as much as some records: made when asked for. */
    Optional<TlsFault> failure() {
        if (failure == null && closed) failure = Fault.CANCELLED.because("the engine is closed");
        return Optional.ofNullable(failure);
    }

    /** Whether there is a {@link #failure()}. */
    boolean failed() {
        return failure != null || closed;
    }

    void refuseIfFailed() {
        Optional<TlsFault> ended = failure();
        if (ended.isPresent()) throw ended.get();
    }

    Exporter exporter() {
        return exporter(effects.exporter(), "the handshake is not done");
    }

    Exporter earlyExporter() {
        return exporter(early.exporter(), "there is no early data");
    }

    private Exporter exporter(Optional<Exporter> known, String absence) {
        if (closed) throw new IllegalStateException("the engine is closed");
        refuseIfFailed();
        return known.orElseThrow(() -> new IllegalStateException(absence));
    }

    Ending ending() {
        if (readClosed) return Ending.CLOSE_NOTIFY;
        if (!failed()) return Ending.OPEN;
        return failure != null && failure.fault() == Fault.TRUNCATED ? Ending.TRUNCATED : Ending.FAULT;
    }

    boolean readClosed() {
        return readClosed;
    }

    boolean connected() {
        return !failed() && driver.state().connected();
    }

    /** Whether a step would change nothing: the state stands, and what it was asked for has left. */
    boolean flows() {
        return !failed()
                && !readClosed
                && outbox.isEmpty()
                && outbox.isOpen()
                && !outbox.worn()
                && !early.waits()
                && driver.stands();
    }

    /** Whether application data may leave: a server that took early data need not wait for the client's Finished. */
    boolean sends() {
        return connected() || !failed() && answersEarly();
    }

    private boolean answersEarly() {
        return early.taken();
    }

    boolean closed() {
        return closed;
    }

    int consumed() {
        return consumed;
    }

    /** How much of its data the last send took: an observer may send while a record is read. */
    int sent() {
        return sent;
    }

    int produced() {
        return produced;
    }

    /** Reads as far as bytes, room and tasks allow. A fault is kept; what was produced before it counts. */
    Progress receive(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength) {
        consumed = 0;
        produced = 0;
        if (inbox.stashed()) produced = inbox.unstash(out, outOffset, outLength);
        if (inbox.stashed()) return Progress.NEEDS_ROOM;
        if (failed()) return Progress.CLOSED;
        if (length == 0 && driver.state().connected()) inbox.relax();
        try {
            return readRecords(in, offset, length, out, outOffset, outLength);
        } catch (RuntimeException e) {
            fail(fault(e));
            return Progress.CLOSED;
        } finally {
            inbox.letGo();
        }
    }

    /** Seals application data behind what waits: all that there is room for, or one record of it. */
    int send(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength, boolean one) {
        sent = 0;
        refuseIfFailed();
        outbox.begin();
        if (!outbox.isOpen()) throw new IllegalStateException("our side of the connection is closed");
        advance();
        if (!sends()) throw new IllegalStateException("the handshake is not done");
        int limit = outbox.fragmentLimit();
        // Whole records, so that none but the last is short.
        int most = one ? limit : MOST_AT_ONCE - MOST_AT_ONCE % limit;
        int written = 0;
        try {
            do {
                renewKeys();
                written += outbox.transmit(out, outOffset + written, outLength - written);
                if (!outbox.isEmpty() || sent == length) break;
                int part = Math.min(length - sent, most);
                int count = outbox.application(in, offset + sent, part, out, outOffset + written, outLength - written);
                if (count == 0) break;
                written += count;
                sent += outbox.consumed();
            } while (sent < length && !one);
        } catch (TlsFault fault) {
            fail(fault);
            if (written == 0) throw fault;
        }
        return written;
    }

    /** Goes on behind a step that was done elsewhere; what fails is kept for the next receive or send. */
    void advance() {
        if (failed()) return;
        try {
            step();
            if (outbox.worn() && outbox.isOpen() && driver.state().updatesKeys()) updateKeys(false);
        } catch (RuntimeException e) {
            fail(fault(e));
        }
    }

    /** Bytes of plaintext that are kept until there is room for them. */
    int pending() {
        return inbox.stashedLength();
    }

    /** RFC 8446 5.5: new keys before the old ones are worn out; TLS 1.2 has none, so the connection ends in order. */
    void renewKeys() {
        if (!outbox.worn()) return;
        if (driver.state().updatesKeys()) {
            updateKeys(false);
            return;
        }
        closeWrite();
        TlsFault worn = Fault.KEY_WORN_OUT.because("TLS 1.2 can't change keys: open a new connection");
        fail(worn);
        throw worn;
    }

    void updateKeys(boolean requestPeer) {
        driver.updateKeys(requestPeer, effects);
        outbox.flush();
    }

    void closeWrite() {
        endWith(WARNING, Alert.CLOSE_NOTIFY, Optional.empty());
    }

    /** The one place where a fault becomes an alert. */
    void fail(TlsFault fault) {
        if (failed()) return;
        failure = fault;
        boolean called = fault.fault() == Fault.TRUNCATED || fault.fault() == Fault.CANCELLED;
        boolean harmless = called && driver.state().connected();
        outbox.dropFlight();
        if (fault.fault().answered() && outbox.isOpen()) tell(fault);
        inbox.stop();
        driver.close();
        outbox.close();
        early.close();
        if (!harmless) effects.failed();
        effects.exporter().ifPresent(Exporter::close);
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        driver.close();
        effects.exporter().ifPresent(Exporter::close);
        early.close();
        inbox.close();
        outbox.close();
    }

    private static TlsFault fault(RuntimeException e) {
        if (e instanceof TlsFault fault) return fault;
        return Fault.INTERNAL.because("the engine failed: %s", e).causedBy(e);
    }

    private void step() {
        if (!begun) {
            begun = true;
            driver.begin(effects);
        }
        boolean before = driver.state().connected();
        driver.run(inbox, effects);
        if (driver.task().isEmpty()) outbox.flush();
        if (!before && driver.state().connected()) {
            early.resend(outbox);
            inbox.relax();
        }
    }

    private Progress readRecords(byte[] in, int offset, int length, byte[] out, int outOffset, int outLength) {
        while (true) {
            step();
            if (early.waits()) return Progress.EARLY_DATA;
            if (driver.waits()) return Progress.NEEDS_TASK;
            // A task that another thread has ended since: its state goes on first, for it must not see a record.
            if (driver.task().isPresent()) continue;
            if (readClosed) return Progress.CLOSED;
            int recordLength = inbox.reader.recordLength(in, offset + consumed, length - consumed);
            if (recordLength < 0 || recordLength > length - consumed) return Progress.NEEDS_INPUT;
            int outRoom = driver.state().connected() ? outLength - produced : -1;
            boolean opened = inbox.open(in, offset + consumed, recordLength, out, outOffset + produced, outRoom);
            consumed += recordLength;
            if (!opened) continue;
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
        if (early.reading()) {
            early.read(inbox.content(), inbox.contentOffset(), inbox.contentLength());
            inbox.wipeContent();
            return;
        }
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
            default -> changeCipherSpec(content, offset, length);
        }
        inbox.wipeContent();
    }

    private void changeCipherSpec(byte[] content, int offset, int length) {
        refuseInterleaving(ContentType.CHANGE_CIPHER_SPEC);
        if (length != 1 || content[offset] != 1) {
            throw Fault.CHANGE_CIPHER_SPEC_MALFORMED.because("it has %d bytes, not the single byte 1", length);
        }
        driver.changeCipherSpec(effects);
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

    private void askForNewKeys() {
        if (!inbox.reader.worn() || !driver.state().updatesKeys()) {
            readKeysAsked = false;
        } else if (!readKeysAsked && outbox.isOpen()) {
            readKeysAsked = true;
            updateKeys(true);
        }
    }

    private void tell(TlsFault fault) {
        try {
            if (!fault.alert().equals(Alert.USER_CANCELED)) {
                endWith(FATAL, fault.alert(), Optional.of(fault));
                return;
            }
            // RFC 8446 6.1: user_canceled is a warning, and close_notify follows it.
            effects.warn(Alert.USER_CANCELED);
            closeWrite();
        } catch (TlsFault silenced) {
            // The record writer itself has failed: it seals nothing any more, so the peer hears nothing.
            if (silenced != fault) fault.addSuppressed(silenced);
        }
    }

    private void endWith(byte level, Alert alert, Optional<TlsFault> fault) {
        outbox.end(new byte[] {level, (byte) alert.code()});
        if (watch.active()) watch.see(new TlsEvent.AlertSeen(Direction.WRITE, level == FATAL, alert, fault));
    }
}
