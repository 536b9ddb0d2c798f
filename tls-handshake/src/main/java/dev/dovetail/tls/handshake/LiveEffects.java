package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.Pending;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.record.ContentType;
import dev.dovetail.tls.record.ReadProtection;
import dev.dovetail.tls.record.WriteProtection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The effects of one connection, on its inbox and outbox. */
final class LiveEffects implements Effects {

    private static final byte WARNING = 1;
    // Choice: a client that comes with a ticket of others may have been allowed this much; OpenSSL and NSS allow 2^14.
    private static final int MOST_EARLY_DATA = 1 << 16;

    private final Inbox inbox;
    private final Outbox outbox;
    private final EarlyData early;
    private final Watch watch;
    private final boolean secretsInEvents;
    private final Driver driver;
    private @Nullable ConnectionInfo info;
    private @Nullable Exporter exporter;
    private @Nullable Runnable onFailure;

    LiveEffects(Inbox inbox, Outbox outbox, EarlyData early, Watch watch, boolean secretsInEvents, Driver driver) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.early = early;
        this.watch = watch;
        this.secretsInEvents = secretsInEvents;
        this.driver = driver;
    }

    Optional<ConnectionInfo> info() {
        return Optional.ofNullable(info);
    }

    Optional<Exporter> exporter() {
        return Optional.ofNullable(exporter);
    }

    @Override
    public byte[] send(int type, Consumer<WireWriter> body) {
        String name = HandshakeType.name(type);
        WireWriter out = WireWriter.of(name, watch.fields(Direction.WRITE, 0));
        body.accept(out);
        byte[] message = HandshakeMessage.withHeader(type, out.toBytes());
        outbox.message(message);
        if (watch.active()) watch.see(new TlsEvent.Message(Direction.WRITE, type, name, message.clone()));
        return message;
    }

    @Override
    public void sendChangeCipherSpec() {
        outbox.changeCipherSpec();
    }

    @Override
    public void warn(Alert alert) {
        outbox.record(ContentType.ALERT, new byte[] {WARNING, (byte) alert.code()});
        if (watch.active()) watch.see(new TlsEvent.AlertSeen(Direction.WRITE, false, alert, Optional.empty()));
    }

    @Override
    public void installRead(ReadProtection next, String keys) {
        if (!inbox.joiner.isEmpty()) {
            next.close();
            throw Fault.MESSAGE_ACROSS_KEY_CHANGE.because(
                    "handshake bytes stand behind the message that ends the keys");
        }
        inbox.reader.install(next);
        if (watch.active()) watch.see(new TlsEvent.KeysInstalled(Direction.READ, keys));
    }

    @Override
    public void installWrite(WriteProtection next, String keys) {
        outbox.install(next);
        if (watch.active()) watch.see(new TlsEvent.KeysInstalled(Direction.WRITE, keys));
    }

    @Override
    public void acceptPlaintextAlert(boolean accepted) {
        inbox.reader.acceptPlaintextAlert(accepted);
    }

    @Override
    public void discardEarlyData(int most) {
        early.settle(EarlyDataOutcome.REJECTED);
        inbox.reader.discardUnopened(Math.max(MOST_EARLY_DATA, most));
    }

    @Override
    public void uninstallWrite() {
        outbox.uninstall();
    }

    @Override
    public void beginEarlySending(long most, boolean kept, Exporter keyingMaterial) {
        early.beginSending(most, kept, keyingMaterial);
    }

    @Override
    public void stopEarlySending() {
        early.stopSending();
    }

    @Override
    public void settleEarlyData(EarlyDataOutcome outcome) {
        early.settle(outcome);
    }

    @Override
    public void beginEarlyReading(long most, Exporter keyingMaterial) {
        early.beginReading(most, keyingMaterial);
    }

    @Override
    public void endEarlyReading() {
        early.endReading();
    }

    @Override
    public EarlyDataOutcome earlyData() {
        return early.outcome();
    }

    @Override
    public void ifFails(Runnable cleanUp) {
        onFailure = cleanUp;
    }

    @Override
    public void contentLimits(int readLimit, int writeLimit) {
        inbox.reader.contentLimit(readLimit);
        outbox.fragmentLimit(writeLimit);
    }

    @Override
    public int writeLimit() {
        return outbox.fragmentLimit();
    }

    @Override
    public void recordVersion(int version) {
        outbox.recordVersion(version);
    }

    @Override
    public <T> State task(String name, Callable<T> work, Function<T, State> then, AutoCloseable... held) {
        return answer(name, () -> completed(work), then, held);
    }

    @Override
    @SuppressWarnings("unchecked") // the work's result goes to its own continuation
    public <T> State answer(
            String name, Supplier<CompletionStage<T>> work, Function<T, State> then, AutoCloseable... held) {
        return new Pending(name, work, result -> then.apply((T) result), List.of(held), driver.state());
    }

    @Override
    public void negotiated(String subject, Object choice, String reason) {
        if (watch.active()) watch.see(new TlsEvent.Negotiated(subject, choice.toString(), reason));
    }

    @Override
    public boolean observed() {
        return watch.active();
    }

    @Override
    public void secret(String label, byte[] clientRandom, Secret secret) {
        if (!watch.active()) return;
        Optional<Secret> value = secretsInEvents ? Optional.of(secret.copy()) : Optional.empty();
        watch.see(new TlsEvent.SecretDerived(label, clientRandom.clone(), secret.length(), value));
    }

    @Override
    public void connected(ConnectionInfo agreed, Exporter keyingMaterial) {
        info = agreed;
        exporter = keyingMaterial;
        onFailure = null;
    }

    @Override
    public boolean writeOpen() {
        return outbox.isOpen();
    }

    @Override
    public boolean keyUpdateAnswerWaits() {
        return outbox.answerWaits();
    }

    @Override
    public void postHandshakeMessageSeen() {
        inbox.floods.keyUpdate();
    }

    @Override
    public void ignoredMessageSeen() {
        inbox.floods.warningAlert();
    }

    /** The connection has failed: what was to be resumed is not offered again. */
    void failed() {
        if (onFailure != null) onFailure.run();
        onFailure = null;
    }

    /** A message that was read, with the observer of its fields. */
    HandshakeMessage read(byte[] bytes) {
        HandshakeMessage message = new HandshakeMessage(bytes, watch.fields(Direction.READ, HandshakeMessage.HEADER));
        if (watch.active()) {
            watch.see(new TlsEvent.Message(Direction.READ, message.type(), message.name(), bytes.clone()));
        }
        return message;
    }

    private static <T> CompletionStage<T> completed(Callable<T> work) {
        try {
            return CompletableFuture.completedFuture(work.call());
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
