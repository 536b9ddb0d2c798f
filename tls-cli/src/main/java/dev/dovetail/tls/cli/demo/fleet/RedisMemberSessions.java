package dev.dovetail.tls.cli.demo.fleet;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.sessions.StoreEvent;
import dev.dovetail.tls.sessions.redis.RedisKeysEvent;
import dev.dovetail.tls.sessions.redis.RedisPlace;
import dev.dovetail.tls.sessions.redis.RedisSessionStore;
import dev.dovetail.tls.sessions.redis.RedisTicketKeys;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Ticket keys and claims in Redis.
 *
 * @param uri where that is
 * @param prefix of all names there
 * @param keys from there
 * @param store there
 */
record RedisMemberSessions(String uri, String prefix, RedisTicketKeys keys, RedisSessionStore store)
        implements MemberSessions {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int PATIENCE_SECONDS = 10;

    static RedisMemberSessions of(Map<String, String> told, Consumer<String> listener) throws IOException {
        String uri = told.getOrDefault(SharedRedis.TOLD, "");
        String prefix = told.getOrDefault(SharedRedis.PREFIX, "");
        RedisPlace place = RedisPlace.at(uri).prefixed(prefix);
        Secret encryptionKey = Secret.of(HexFormat.of().parseHex(told.getOrDefault(SharedRedis.KEY, "")));
        RedisTicketKeys keys = RedisTicketKeys.of(place, encryptionKey, LIFETIME)
                .period(Duration.ofSeconds(1))
                .listener(event -> listener.accept(text(event)))
                .build();
        // Else a new Redis would refuse all early data for more than a minute, and a demonstration is shorter.
        RedisSessionStore store = RedisSessionStore.of(place)
                .claimAtOnce()
                .listener(event -> listener.accept(text(event)))
                .build();
        await(store.connected());
        await(keys.ready());
        return new RedisMemberSessions(uri, prefix, keys, store);
    }

    @Override
    public ServerSessions settings() {
        // One ticket at a time, so the client knows which server gave the one that it has.
        return ServerSessions.with(keys)
                .store(store)
                .tickets(1)
                .lifetime(LIFETIME)
                .earlyData(1000)
                .build();
    }

    /** Ends with it, for a server that goes on would put its marks there again. */
    @Override
    public void clean() {
        close();
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE)) {
            RedisCommands<byte[], byte[]> redis = connection.sync();
            ScanArgs ours = ScanArgs.Builder.matches(prefix + "*").limit(1000);
            KeyScanCursor<byte[]> cursor = redis.scan(ours);
            while (true) {
                if (!cursor.getKeys().isEmpty()) redis.del(cursor.getKeys().toArray(byte[][]::new));
                if (cursor.isFinished()) return;
                cursor = redis.scan(cursor, ours);
            }
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        keys.close();
        store.close();
    }

    private static String text(StoreEvent event) {
        if (event instanceof StoreEvent.Recovered recovered)
            return "store: Redis answers again" + after(recovered.after());
        return "store: Redis is out of reach, so no early data is taken";
    }

    private static String text(RedisKeysEvent event) {
        if (event instanceof RedisKeysEvent.Unreachable)
            return "ticket keys: Redis does not answer, those in memory go on";
        if (event instanceof RedisKeysEvent.Recovered recovered) {
            return "ticket keys: Redis answers again" + after(recovered.after());
        }
        if (event instanceof RedisKeysEvent.Emptied) {
            return "ticket keys: Redis has lost its own, those in memory go on to open";
        }
        if (event instanceof RedisKeysEvent.Published) return "ticket keys: made a new one for all";
        if (event instanceof RedisKeysEvent.Unreadable) return "ticket keys: one there can't be read";
        return "ticket keys: read";
    }

    private static String after(Duration time) {
        return String.format(Locale.ROOT, " after %.1f s", time.toMillis() / 1000.0);
    }

    private static void await(CompletionStage<?> stage) throws IOException {
        try {
            stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Redis does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
