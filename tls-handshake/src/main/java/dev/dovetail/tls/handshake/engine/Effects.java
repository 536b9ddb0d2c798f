package dev.dovetail.tls.handshake.engine;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.record.ReadProtection;
import dev.dovetail.tls.record.WriteProtection;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** All that a state may do to the world. */
public interface Effects {

    /**
     * Sends a handshake message. Messages under one key share records; they leave when the step is done.
     *
     * @param type its number
     * @param body writes it
     * @return header and body, for the transcript
     */
    byte[] send(int type, Consumer<WireWriter> body);

    /** Sends a ChangeCipherSpec, unprotected under the keys of the moment (RFC 5246 7.1, RFC 8446 D.4). */
    void sendChangeCipherSpec();

    /**
     * Sends a warning that does not end the connection.
     *
     * @param alert which
     */
    void warn(Alert alert);

    /**
     * Changes the keys that open records. The peer's messages must end at the record's boundary (RFC 8446 5.1).
     *
     * @param next taken over
     * @param keys what they are, for the observer, for example {@code handshake}
     */
    void installRead(ReadProtection next, String keys);

    /**
     * Changes the keys that seal records; what was sent so far leaves under the old ones.
     *
     * @param next taken over
     * @param keys what they are, for the observer
     */
    void installWrite(WriteProtection next, String keys);

    /**
     * Lets an unprotected alert through while no record was opened under the current read keys: a TLS 1.3 peer that fails
     * early has no keys yet.
     *
     * @param accepted whether
     */
    void acceptPlaintextAlert(boolean accepted);

    /**
     * Drops what a client sends as early data, which this server does not take (RFC 8446 4.2.10): until the next change
     * of read keys, or until a record opens.
     *
     * @param most bytes of content that our tickets allow
     */
    void discardEarlyData(int most);

    /**
     * Goes back to records without protection: for the second ClientHello, behind early data that was not taken (RFC 8446
     * 4.2.10).
     */
    void uninstallWrite();

    /**
     * Lets a client's application send early data under the keys that were installed.
     *
     * @param most bytes of content that the ticket allows
     * @param kept whether it is kept, to be sent again
     * @param exporter keying material of early data, taken over
     */
    void beginEarlySending(long most, boolean kept, Exporter exporter);

    /** No more early data is sent: the server does not take it, or the client has come to its own Finished. */
    void stopEarlySending();

    /**
     * The server's answer to early data.
     *
     * @param outcome what becomes of it
     */
    void settleEarlyData(EarlyDataOutcome outcome);

    /**
     * Takes early data of the client, for the application to fetch, until {@link #endEarlyReading}; and lets the
     * application answer before the handshake is done.
     *
     * @param most bytes of content that the ticket allows
     * @param exporter keying material of early data, taken over
     */
    void beginEarlyReading(long most, Exporter exporter);

    /** The client has sent all of its early data. */
    void endEarlyReading();

    /**
     * What became of early data.
     *
     * @return the outcome so far
     */
    EarlyDataOutcome earlyData();

    /**
     * Does something if the connection fails: before it stands however that happens, and once it stands by a fatal alert,
     * of whichever side. The last call counts, and {@link #connected} forgets it.
     *
     * @param cleanUp for example forgets the session that was resumed
     */
    void ifFails(Runnable cleanUp);

    /**
     * Settles how long records may be from now on, without TLS 1.3's content type.
     *
     * @param readLimit bytes of content that the peer may send in one record
     * @param writeLimit bytes of content that we send in one record
     */
    void contentLimits(int readLimit, int writeLimit);

    /**
     * How much content one of our records may have now.
     *
     * @return bytes, 1 to 2^14
     */
    int writeLimit();

    /**
     * The version in the headers of our records: 0x0301 for the first ClientHello, else 0x0303.
     *
     * @param version two bytes
     */
    void recordVersion(int version);

    /**
     * Waits for a slow step, here or elsewhere.
     *
     * @param name what it does
     * @param work must not touch the state or these effects
     * @param then makes the next state of its result, on the engine's thread
     * @param held closed if the connection ends meanwhile
     * @param <T> the result
     * @return the state that waits
     */
    <T> State task(String name, Callable<T> work, Function<T, State> then, AutoCloseable... held);

    /**
     * Waits for an answer that may come later.
     *
     * @param name what it does
     * @param work begins it
     * @param then makes the next state of its result, on the engine's thread
     * @param held closed if the connection ends meanwhile
     * @param <T> the result
     * @return the state that waits
     */
    <T> State answer(String name, Supplier<CompletionStage<T>> work, Function<T, State> then, AutoCloseable... held);

    /**
     * Tells the observer what was settled.
     *
     * @param subject what
     * @param choice the choice
     * @param reason the rule that made it
     */
    void negotiated(String subject, Object choice, String reason);

    /**
     * Whether there is an observer.
     *
     * @return false if nobody will ever hear of a secret, so that what names it need not be kept
     */
    boolean observed();

    /**
     * Tells the observer that a secret was derived.
     *
     * @param label its name in a key log
     * @param clientRandom names the connection
     * @param secret copied if the configuration says so, else only its length is told
     */
    void secret(String label, byte[] clientRandom, Secret secret);

    /**
     * The handshake is done.
     *
     * @param info what was agreed
     * @param exporter keying material, taken over
     */
    void connected(ConnectionInfo info, Exporter exporter);

    /**
     * Whether our side may still send.
     *
     * @return false behind close_notify
     */
    boolean writeOpen();

    /**
     * Whether a KeyUpdate that answers one has not left yet: several requests may be answered by one (RFC 8446 4.6.3).
     *
     * @return true until the caller of the engine takes it
     */
    boolean keyUpdateAnswerWaits();

    /** Counts a KeyUpdate or ticket of the peer: too many without data are a fault. */
    void postHandshakeMessageSeen();

    /** Counts a message that may come and is ignored, as if it were a warning: too many without data are a fault. */
    void ignoredMessageSeen();
}
