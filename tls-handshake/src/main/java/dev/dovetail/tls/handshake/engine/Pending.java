package dev.dovetail.tls.handshake.engine;

import dev.dovetail.tls.handshake.message.HandshakeMessage;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A state that waits for a slow step. No message reaches it: the engine reads on when the step is done.
 *
 * @param step what it does
 * @param work begins it
 * @param then makes the next state
 * @param held closed if the connection ends meanwhile
 * @param before the state that began it
 */
public record Pending(
        String step,
        Supplier<? extends CompletionStage<?>> work,
        Function<Object, State> then,
        List<AutoCloseable> held,
        State before)
        implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        throw new IllegalStateException("a message was read while " + step + " is under way");
    }

    @Override
    public boolean alertLevelCounts() {
        return before.alertLevelCounts();
    }

    @Override
    public String name() {
        return "Pending(" + step + ")";
    }

    @Override
    public void close() {
        before.close();
        for (AutoCloseable one : held) closeQuietly(one);
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a secret failed", e);
        }
    }
}
