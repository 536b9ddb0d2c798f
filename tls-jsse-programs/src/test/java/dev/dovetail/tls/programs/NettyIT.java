package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Netty at both ends, with nothing but TLS between. */
@Timeout(300)
class NettyIT {

    private static final byte[] PING = "ping".getBytes(StandardCharsets.US_ASCII);

    static Stream<Pairing> pairings() {
        return Pairing.all();
    }

    static Stream<Pairing> newest() {
        return Pairing.newest();
    }

    static Stream<Pairing> withOthers() {
        return Pairing.withOthers();
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void largeBodiesGoBothWaysAndBothSayGoodbye(Pairing pairing) {
        try (NettyEcho echo = echo(pairing);
                NettyClient client = client(pairing)) {
            NettyCollector collector = new NettyCollector(Facts.LARGE);
            Channel channel = client.connect(echo.port(), collector);
            channel.writeAndFlush(Unpooled.wrappedBuffer(Facts.large()));
            Facts.assertLarge(Facts.await(collector.all()));

            SslHandler tls = channel.pipeline().get(SslHandler.class);
            Facts.assertSession(tls.engine().getSession(), pairing.version(), pairing.client());
            assertThat(echo.met()).singleElement().satisfies(met -> assertServed(met, pairing));

            Netty.await(tls.closeOutbound());
            assertThat(Netty.await(tls.sslCloseFuture())).isSameAs(channel);
            Facts.assertNone(echo.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void thousandsOfSmallMessagesShareAConnection(Pairing pairing) {
        int messages = 2000;
        try (NettyEcho echo = echo(pairing);
                NettyClient client = client(pairing)) {
            NettyCollector collector = new NettyCollector(messages * PING.length);
            Channel channel = client.connect(echo.port(), collector);
            // Each is flushed: a record of its own.
            for (int i = 0; i < messages; i++) channel.writeAndFlush(Unpooled.wrappedBuffer(PING));

            assertThat(new String(Facts.await(collector.all()), StandardCharsets.US_ASCII))
                    .isEqualTo("ping".repeat(messages));
            assertThat(echo.met()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void delegatedTasksMayRunOnThreadsOfTheirOwn(Pairing pairing) {
        ExecutorService tasks = Executors.newSingleThreadExecutor();
        SslContext context = Netty.built(Netty.server(pairing.server(), pairing.version(), Pki.SERVER));
        try (NettyEcho echo = new NettyEcho(channel -> context.newHandler(channel.alloc(), tasks));
                NettyClient client = client(pairing)) {
            ping(client, echo);
            assertThat(echo.met()).hasSize(1);
        } finally {
            tasks.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void theServerSeesTheClientsCertificateAndRefusesAClientWithoutOne(Pairing pairing) throws Exception {
        SslContext context = Netty.built(
                Netty.server(pairing.server(), pairing.version(), Pki.SERVER).clientAuth(ClientAuth.REQUIRE));
        SslContext known =
                Netty.built(Netty.client(pairing.client(), pairing.version()).keyManager(Stack.keys(Pki.CLIENT)));
        try (NettyEcho echo = new NettyEcho(context);
                NettyClient nobody = client(pairing);
                NettyClient somebody = new NettyClient(known)) {
            // In TLS 1.3 the client is done before the server has looked: then it is reading that fails.
            assertThatThrownBy(() -> ping(nobody, echo)).satisfies(Facts::assertTls);
            assertThat(failure(echo)).satisfies(Facts::assertTls);

            ping(somebody, echo);
            assertThat(echo.met())
                    .singleElement()
                    .satisfies(
                            met -> assertThat(met.session().getPeerPrincipal().getName())
                                    .isEqualTo("CN=" + Pki.CLIENT_NAME));
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void keysAndTrustMayComeFromTheProvidersOwnFactories(Pairing pairing) {
        SslContext server =
                Netty.built(SslContextBuilder.forServer(pairing.server().ownKeys(Pki.SERVER))
                        .sslProvider(SslProvider.JDK)
                        .sslContextProvider(pairing.server().provider())
                        .trustManager(pairing.server().ownTrust())
                        .clientAuth(ClientAuth.REQUIRE)
                        .protocols(pairing.version()));
        SslContext client = Netty.built(Netty.client(pairing.client(), pairing.version())
                .keyManager(pairing.client().ownKeys(Pki.CLIENT))
                .trustManager(pairing.client().ownTrust()));
        try (NettyEcho echo = new NettyEcho(server);
                NettyClient known = new NettyClient(client)) {
            ping(known, echo);

            assertThat(echo.met())
                    .singleElement()
                    .satisfies(
                            met -> assertThat(met.session().getPeerPrincipal().getName())
                                    .isEqualTo("CN=" + Pki.CLIENT_NAME));
            Facts.assertNone(echo.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void theServerPicksItsCertificateByTheNameThatTheClientAsksFor(Pairing pairing) {
        String name = "other.programs.test";
        Issued other = Pki.ROOT.issue(Request.server(name));
        SslContext context = Netty.built(Netty.server(pairing.server(), pairing.version(), other));
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        try (NettyEcho echo = new NettyEcho(channel -> new SniHandler(wanted -> {
                    asked.add(wanted);
                    return context;
                }));
                NettyClient client = client(pairing)) {
            client.connect(echo.port(), name);

            assertThat(asked).containsExactly(name);
            assertThatThrownBy(() -> client.connect(echo.port(), "another.programs.test"))
                    .hasRootCauseMessage("No subject alternative DNS name matching another.programs.test found.");
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aServerThatNobodyTrustsIsToldSo(Pairing pairing) throws Exception {
        SslContext stranger = Netty.built(Netty.server(pairing.server(), pairing.version(), Pki.STRANGER));
        try (NettyEcho echo = new NettyEcho(stranger);
                NettyClient client = client(pairing)) {
            assertThatThrownBy(() -> client.connect(echo.port())).isInstanceOf(SSLHandshakeException.class);

            assertThat(failure(echo)).satisfies(Facts::assertTls);
            assertThat(echo.met()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("withOthers")
    void manyShortConnections(Pairing pairing) throws Exception {
        try (NettyEcho echo = echo(pairing);
                NettyClient client = client(pairing)) {
            Facts.manyTimes(() -> {
                ping(client, echo);
                return null;
            });

            assertThat(echo.met()).hasSize(Facts.MANY);
            Facts.assertNone(echo.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aBodyThatIsCutIsAnErrorToBothAndTheServerGoesOn(Pairing pairing) throws Exception {
        for (Cutter.Manner manner : Cutter.Manner.values()) {
            try (NettyEcho echo = echo(pairing);
                    Cutter cutter = new Cutter(echo.port(), Cutter.Way.DOWN, 1 << 20, manner);
                    NettyClient client = client(pairing)) {
                NettyCollector collector = new NettyCollector(Facts.LARGE);
                client.connect(cutter.port(), collector).writeAndFlush(Unpooled.wrappedBuffer(Facts.large()));

                assertThatThrownBy(() -> Facts.await(collector.all())).hasCauseInstanceOf(IOException.class);
                assertThat(failure(echo)).isInstanceOf(IOException.class);
                ping(client, echo);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aHandshakeThatIsCutIsAnErrorToBothAndTheServerGoesOn(Pairing pairing) throws Exception {
        try (NettyEcho echo = echo(pairing);
                NettyClient client = client(pairing)) {
            for (Cutter.Way way : Cutter.Way.values()) {
                for (int limit : new int[] {3, 60}) {
                    try (Cutter cutter = new Cutter(echo.port(), way, limit, Cutter.Manner.END)) {
                        assertThatThrownBy(() -> client.connect(cutter.port())).isInstanceOf(IOException.class);
                        assertThat(failure(echo)).isNotNull();
                    }
                    ping(client, echo);
                }
            }
            assertThat(echo.met()).hasSize(4);
        }
    }

    private static void ping(NettyClient client, NettyEcho echo) {
        NettyCollector collector = new NettyCollector(PING.length);
        Channel channel = client.connect(echo.port(), collector);
        channel.writeAndFlush(Unpooled.wrappedBuffer(PING));
        assertThat(Facts.await(collector.all())).isEqualTo(PING);
        Netty.await(channel.close());
    }

    private static Throwable failure(NettyEcho echo) throws InterruptedException {
        return echo.failures().poll(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void assertServed(Met met, Pairing pairing) {
        Facts.assertSession(met.session(), pairing.version(), pairing.server());
        assertThat(met.protocol()).isEmpty();
    }

    private static NettyEcho echo(Pairing pairing) {
        return new NettyEcho(Netty.built(Netty.server(pairing.server(), pairing.version(), Pki.SERVER)));
    }

    private static NettyClient client(Pairing pairing) {
        return new NettyClient(Netty.built(Netty.client(pairing.client(), pairing.version())));
    }
}
