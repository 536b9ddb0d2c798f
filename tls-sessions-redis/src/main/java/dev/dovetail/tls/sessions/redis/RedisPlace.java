package dev.dovetail.tls.sessions.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EpollProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where Redis or Valkey is, and with which client it is reached. A value; connections are made by who uses it, one
 * each.
 *
 * <p>With a URI each user has a client of its own, which is set up for handshakes that do not wait: where there is no
 * connection, commands are refused and not queued; none is sent again after a connection was lost; it is made anew
 * within a second; keep-alives find a peer that is gone.
 */
public final class RedisPlace {

    private static final int THREADS = 2;
    private static final int MOST_COMMANDS = 10_000;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final String PREFIX = "dovetail:";

    private final RedisURI uri;
    private final Optional<RedisClient> client;
    private final String prefix;

    private RedisPlace(RedisURI uri, Optional<RedisClient> client, String prefix) {
        this.uri = uri;
        this.client = client;
        this.prefix = prefix;
    }

    /**
     * A server that is reached with a client of our own.
     *
     * @param uri as Lettuce reads it: {@code redis://user:password@host:6379/0}, with TLS {@code rediss://…}, over
     *     sentinels {@code redis-sentinel://…}
     * @return the place
     */
    public static RedisPlace at(String uri) {
        RedisURI parsed = RedisURI.create(uri);
        // Bounds the handshake of a connection, which else may take a minute.
        if (parsed.getTimeout().equals(RedisURI.DEFAULT_TIMEOUT_DURATION)) parsed.setTimeout(CONNECT);
        return new RedisPlace(parsed, Optional.empty(), PREFIX);
    }

    /**
     * A server that is reached with the caller's client. Its options decide what becomes of commands without a
     * connection: it should reject them ({@code DisconnectedBehavior.REJECT_COMMANDS}) and keep connections alive.
     *
     * @param client is used, and never closed
     * @param uri where to
     * @return the place
     */
    public static RedisPlace over(RedisClient client, RedisURI uri) {
        return new RedisPlace(uri, Optional.of(client), PREFIX);
    }

    /**
     * The same place with another prefix, for several services that share a server and nothing else.
     *
     * @param prefix stands in front of every key; {@code dovetail:}, unless set
     * @return the place
     */
    public RedisPlace prefixed(String prefix) {
        return new RedisPlace(uri, client, prefix);
    }

    /** Host and port; no password. */
    @Override
    public String toString() {
        return "RedisPlace[" + uri.getHost() + ":" + uri.getPort() + ", " + prefix + "]";
    }

    /** The name of a key: the prefix, what kind it is of, and more, of any content. */
    byte[] key(String kind, byte[] rest) {
        byte[] front = (prefix + kind).getBytes(StandardCharsets.UTF_8);
        byte[] key = new byte[front.length + rest.length];
        System.arraycopy(front, 0, key, 0, front.length);
        System.arraycopy(rest, 0, key, front.length, rest.length);
        return key;
    }

    byte[] key(String name) {
        return key(name, new byte[0]);
    }

    /** Begins to connect, and does not wait. */
    RedisLink link() {
        if (client.isPresent()) return new RedisLink(client.get(), uri, () -> {});
        ClientResources resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .reconnectDelay(
                        Delay.fullJitter(Duration.ofMillis(20), Duration.ofSeconds(1), 20, TimeUnit.MILLISECONDS))
                .build();
        RedisClient own = RedisClient.create(resources);
        own.setOptions(options());
        return new RedisLink(
                own,
                uri,
                () -> own.shutdownAsync(0, CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete(
                                (done, failure) -> resources.shutdown(0, CONNECT.toMillis(), TimeUnit.MILLISECONDS)));
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                // What was on its way when a connection broke has timed out since; sent again it would only do harm.
                .replayFilter(command -> true)
                .requestQueueSize(MOST_COMMANDS)
                // A command that only some servers know.
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(socketOptions())
                .build();
    }

    private static SocketOptions socketOptions() {
        SocketOptions.Builder options = SocketOptions.builder()
                .connectTimeout(CONNECT)
                .keepAlive(KeepAliveOptions.builder()
                        .enable()
                        .idle(IDLE)
                        .interval(INTERVAL)
                        .count(3)
                        .build());
        // The JDK's own sockets do not have this option; without it the link itself gives a silent connection up.
        if (EpollProvider.isAvailable()) {
            options.tcpUserTimeout(TcpUserTimeoutOptions.builder()
                    .enable()
                    .tcpUserTimeout(IDLE)
                    .build());
        }
        return options.build();
    }
}
