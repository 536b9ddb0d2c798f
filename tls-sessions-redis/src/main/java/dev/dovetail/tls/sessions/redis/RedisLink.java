package dev.dovetail.tls.sessions.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, made when it is first asked for and made anew where it failed. Never blocks. Commands of
 * many threads share it.
 */
final class RedisLink implements AutoCloseable {

    // Choice: often enough to be back within a second, seldom enough to be no load for a server that comes up.
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    // Choice: a server that says nothing for so long may be cut off, and TCP alone would try for a quarter of an hour.
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final RedisClient client;
    private final RedisURI uri;
    private final Runnable afterwards;
    private final AtomicLong waitingSince = new AtomicLong();
    private @Nullable CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection;
    private long attemptAt;
    private boolean closed;

    /**
     * A link that begins to connect.
     *
     * @param afterwards what is done after the connection is closed
     */
    RedisLink(RedisClient client, RedisURI uri, Runnable afterwards) {
        this.client = client;
        this.uri = uri;
        this.afterwards = afterwards;
        connection();
    }

    /** Completes when there is a connection, or exceptionally when the present attempt to make one failed. */
    CompletionStage<Void> connected() {
        return connection().thenRun(() -> {});
    }

    /**
     * Sends commands.
     *
     * @param patience how long they wait for a connection that is being made; afterwards they are not sent any more
     * @param commands what to send
     * @return the answer, or why there is none
     */
    <T> CompletionStage<T> ask(
            Duration patience, Function<RedisAsyncCommands<byte[], byte[]>, CompletionStage<T>> commands) {
        long asked = System.nanoTime();
        return connection().thenCompose(open -> {
            // A take that nobody waits for any more would only lose a session.
            if (System.nanoTime() - asked > patience.toNanos()) {
                return CompletableFuture.failedFuture(new IllegalStateException("connected too late"));
            }
            waitingSince.compareAndSet(0, System.nanoTime() | 1);
            return commands.apply(open.async()).whenComplete((value, failure) -> {
                if (isAnswer(failure)) waitingSince.set(0);
            });
        });
    }

    private static boolean isAnswer(@Nullable Throwable failure) {
        if (failure == null) return true;
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RedisCommandExecutionException;
    }

    private synchronized CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection() {
        if (closed) return CompletableFuture.failedFuture(new IllegalStateException("this is closed"));
        @Nullable CompletableFuture<StatefulRedisConnection<byte[], byte[]>> present = connection;
        if (present == null) return connect();
        if (present.isCompletedExceptionally()) {
            boolean early = System.nanoTime() - attemptAt < BETWEEN_ATTEMPTS.toNanos();
            return early ? present : connect();
        }
        if (present.isDone() && isSilent()) {
            present.join().closeAsync();
            return connect();
        }
        return present;
    }

    private boolean isSilent() {
        long since = waitingSince.get();
        return since != 0 && System.nanoTime() - since > SILENCE.toNanos();
    }

    private CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connect() {
        waitingSince.set(0);
        attemptAt = System.nanoTime();
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> attempt;
        try {
            attempt = client.connectAsync(ByteArrayCodec.INSTANCE, uri).toCompletableFuture();
        } catch (RuntimeException e) {
            attempt = CompletableFuture.failedFuture(e);
        }
        connection = attempt;
        return attempt;
    }

    /** Closes the connection, in the background. */
    @Override
    public void close() {
        @Nullable CompletableFuture<StatefulRedisConnection<byte[], byte[]>> last;
        synchronized (this) {
            if (closed) return;
            closed = true;
            last = connection;
        }
        if (last == null) {
            afterwards.run();
            return;
        }
        last.thenCompose(StatefulRedisConnection::closeAsync).whenComplete((done, failure) -> afterwards.run());
    }
}
