package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.Issued;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Netty at both ends, with HTTP/2 over TLS. */
@Timeout(300)
class NettyHttp2IT {

    private static final byte[] NOTHING = new byte[0];

    static Stream<Pairing> pairings() {
        return Pairing.all();
    }

    static Stream<Pairing> newest() {
        return Pairing.newest();
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void bothEndsAgreeOnHttp2AndStreamsShareAConnection(Pairing pairing) {
        try (NettyPages pages = Netty.pages(pairing.server(), pairing.version());
                NettyHttp2Client client = client(pairing, pages.port())) {
            CompletableFuture<byte[]> large = client.ask("/echo", Facts.large());
            List<CompletableFuture<byte[]>> small = IntStream.range(0, 50)
                    .mapToObj(i -> client.ask("/hello", NOTHING))
                    .toList();
            for (CompletableFuture<byte[]> each : small) assertHello(each);
            Facts.assertLarge(Facts.await(large));

            assertThat(client.engine().getApplicationProtocol()).isEqualTo("h2");
            Facts.assertSession(client.engine().getSession(), pairing.version(), pairing.client());
            assertThat(pages.met()).singleElement().satisfies(met -> {
                assertThat(met.protocol()).isEqualTo("h2");
                Facts.assertSession(met.session(), pairing.version(), pairing.server());
            });
            Facts.assertNone(pages.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void theServerSeesTheClientsCertificate(Pairing pairing) {
        SslContext context = Netty.built(server(pairing, Pki.SERVER, Netty.ALPN).clientAuth(ClientAuth.REQUIRE));
        SslContext own = Netty.built(Netty.client(pairing.client(), pairing.version())
                .applicationProtocolConfig(Netty.ALPN)
                .keyManager(Stack.keys(Pki.CLIENT)));
        try (NettyPages pages = new NettyPages(context);
                NettyHttp2Client client = new NettyHttp2Client(own, pages.port())) {
            assertHello(client.ask("/hello", NOTHING));

            assertThat(pages.met()).singleElement().satisfies(met -> {
                assertThat(met.protocol()).isEqualTo("h2");
                assertThat(met.session().getPeerPrincipal().getName()).isEqualTo("CN=" + Pki.CLIENT_NAME);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void withoutAProtocolInCommonThereIsNoConnection(Pairing pairing) throws Exception {
        ApplicationProtocolConfig other = new ApplicationProtocolConfig(
                ApplicationProtocolConfig.Protocol.ALPN,
                ApplicationProtocolConfig.SelectorFailureBehavior.FATAL_ALERT,
                ApplicationProtocolConfig.SelectedListenerFailureBehavior.FATAL_ALERT,
                "something/1");
        try (NettyPages pages = new NettyPages(Netty.built(server(pairing, Pki.SERVER, other)))) {
            assertThatThrownBy(() -> client(pairing, pages.port()))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("no_application_protocol");

            assertThat(pages.failures().poll(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .satisfies(Facts::assertTls);
            assertThat(pages.met()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void aConnectionThatIsCutFailsItsStreamsAndTheServerGoesOn(Pairing pairing) throws Exception {
        try (NettyPages pages = Netty.pages(pairing.server(), pairing.version());
                Cutter cutter = new Cutter(pages.port(), Cutter.Way.DOWN, 1 << 20, Cutter.Manner.RESET);
                NettyHttp2Client unlucky = client(pairing, cutter.port());
                NettyHttp2Client lucky = client(pairing, pages.port())) {
            assertThatThrownBy(() -> Facts.await(unlucky.ask("/large", NOTHING)))
                    .hasCauseInstanceOf(PrematureChannelClosureException.class);

            assertHello(lucky.ask("/hello", NOTHING));
        }
    }

    private static void assertHello(CompletableFuture<byte[]> answer) {
        assertThat(Facts.await(answer)).asString().isEqualTo("hello");
    }

    private static SslContextBuilder server(Pairing pairing, Issued own, ApplicationProtocolConfig alpn) {
        return Netty.server(pairing.server(), pairing.version(), own).applicationProtocolConfig(alpn);
    }

    private static NettyHttp2Client client(Pairing pairing, int port) {
        return new NettyHttp2Client(
                Netty.built(Netty.client(pairing.client(), pairing.version()).applicationProtocolConfig(Netty.ALPN)),
                port);
    }
}
