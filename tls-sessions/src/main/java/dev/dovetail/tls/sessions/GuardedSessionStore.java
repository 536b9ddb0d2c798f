package dev.dovetail.tls.sessions;

import dev.dovetail.tls.handshake.session.SessionStore;
import dev.dovetail.tls.sessions.CircuitBreaker.Pass;
import dev.dovetail.tls.sessions.StoreEvent.Cause;
import dev.dovetail.tls.sessions.StoreTally.Operation;
import dev.dovetail.tls.sessions.StoreTally.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a store that can be slow or out of reach, so that handshakes are neither. Each answer comes within a
 * bounded time, with "not known" where the store has none; after several failures in a row the store is not even asked
 * for a while, then one call tries it, and everything goes on by itself. No answer of this is an exception.
 *
 * <p>For many threads. Answers come on the store's threads; those that time out on the one daemon thread that the JDK
 * has for time-outs, so what follows an answer must be short or go elsewhere. A store that blocks its caller can't be
 * bounded.
 */
public final class GuardedSessionStore implements SessionStore {

    private final SessionStore store;
    private final Duration patience;
    private final CircuitBreaker breaker;
    private final StoreTally tally = new StoreTally();
    private volatile boolean closed;

    private GuardedSessionStore(Builder builder) {
        this.store = builder.store;
        this.patience = builder.patience;
        this.breaker = new CircuitBreaker(builder.failures, builder.pause, builder.ticker, builder.listener);
    }

    /**
     * A guard with the usual bounds: 100 ms for an answer; five failures in a row, then a second of pause.
     *
     * @param store is asked, and closed with this
     * @return the guard; the caller closes it
     */
    public static GuardedSessionStore around(SessionStore store) {
        return of(store).build();
    }

    /**
     * A guard with other bounds.
     *
     * @param store is asked, and closed with this
     * @return what builds it, with the usual bounds
     */
    public static Builder of(SessionStore store) {
        return new Builder(store);
    }

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        return ask(Operation.PUT, false, () -> store.put(id, sealed, lifetime));
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return ask(Operation.FIND, Optional.empty(), () -> store.find(id));
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        return ask(Operation.TAKE, Optional.empty(), () -> store.take(id));
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        return ask(Operation.REMOVE, false, () -> store.remove(id).thenApply(done -> true))
                .thenRun(() -> {});
    }

    /**
     * {@inheritDoc}
     *
     * <p>False too where the store did not answer in time, even if it goes on to remember the claim.
     */
    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        return ask(Operation.CLAIM, false, () -> store.claim(name, memory));
    }

    /**
     * What was asked so far.
     *
     * @return a snapshot
     */
    public StoreFigures figures() {
        return tally.figures();
    }

    /**
     * Whether the store is asked, as far as the last calls tell.
     *
     * @return false while it is held to be out of reach
     */
    public boolean isReachable() {
        return !breaker.isOpen();
    }

    /** Closes the store as well. */
    @Override
    public void close() {
        closed = true;
        store.close();
    }

    private <T> CompletionStage<T> ask(Operation operation, T nothing, Supplier<CompletionStage<T>> question) {
        tally.asked(operation);
        Pass pass = closed ? Pass.REFUSED : breaker.next();
        if (pass == Pass.REFUSED) {
            tally.ended(Outcome.REFUSED);
            return CompletableFuture.completedFuture(nothing);
        }
        return bounded(question).handle((value, failure) -> {
            if (failure != null) return failed(pass, failure, nothing);
            if (value == null) return failed(pass, new IllegalStateException("null is no answer"), nothing);
            tally.ended(Outcome.ANSWERED);
            breaker.answered(pass);
            return value;
        });
    }

    private <T> CompletableFuture<T> bounded(Supplier<CompletionStage<T>> question) {
        // A future of its own: one that the store goes on to use must not be completed by a time-out.
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            question.get().whenComplete((value, failure) -> {
                if (failure == null) answer.complete(value);
                else answer.completeExceptionally(failure);
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
        return answer.isDone() ? answer : answer.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private <T> T failed(Pass pass, Throwable failure, T nothing) {
        Throwable cause = cause(failure);
        boolean late = cause instanceof TimeoutException;
        tally.ended(late ? Outcome.TIMED_OUT : Outcome.FAILED);
        String detail = late ? "no answer within " + patience.toMillis() + " ms" : text(cause);
        breaker.failed(pass, late ? Cause.TIMED_OUT : Cause.FAILED, detail);
        return nothing;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private static String text(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** Builds a guard. Not for several threads. */
    public static final class Builder {

        private final SessionStore store;
        // Choice: a full handshake costs a few milliseconds and a round trip, so longer waits would save nothing.
        private Duration patience = Duration.ofMillis(100);
        private int failures = 5;
        private Duration pause = Duration.ofSeconds(1);
        private Consumer<StoreEvent> listener = event -> {};
        private LongSupplier ticker = System::nanoTime;

        private Builder(SessionStore store) {
            this.store = store;
        }

        /**
         * How long a call waits for its answer.
         *
         * @param patience 100 ms, unless set
         * @return this
         */
        public Builder patience(Duration patience) {
            this.patience = Nanos.positive(patience, "the patience");
            return this;
        }

        /**
         * After how many failures in a row the store is held to be out of reach.
         *
         * @param failures at least one; five, unless set
         * @return this
         */
        public Builder failures(int failures) {
            if (failures < 1) throw new IllegalArgumentException("a failure at least, not " + failures);
            this.failures = failures;
            return this;
        }

        /**
         * How long a store that is out of reach is left alone, before and between the calls that try it.
         *
         * @param pause a second, unless set
         * @return this
         */
        public Builder pause(Duration pause) {
            this.pause = Nanos.positive(pause, "the pause");
            return this;
        }

        /**
         * Who hears when the store gets out of reach, and when it has recovered.
         *
         * @param listener called once per change, on threads of connections and of the store; must be quick
         * @return this
         */
        public Builder listener(Consumer<StoreEvent> listener) {
            this.listener = listener;
            return this;
        }

        /**
         * What the pause is read from, for tests.
         *
         * @param nanoseconds since some moment; never goes back
         * @return this
         */
        public Builder ticker(LongSupplier nanoseconds) {
            this.ticker = nanoseconds;
            return this;
        }

        /**
         * The guard.
         *
         * @return the caller closes it
         */
        public GuardedSessionStore build() {
            return new GuardedSessionStore(this);
        }
    }
}
