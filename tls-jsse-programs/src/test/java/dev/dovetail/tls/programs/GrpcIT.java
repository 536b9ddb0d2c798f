package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.tls.certificates.Issued;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2SecurityUtil;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.grpc.netty.shaded.io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * gRPC at both ends, over the Netty that it brings along.
 *
 * <p>Its GrpcSslContexts takes no provider that it does not know by name, so its contexts are made by hand.
 */
@Timeout(300)
class GrpcIT {

    private static final byte[] PING = {1, 2, 3};

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
    void callsShareAConnection(Pairing pairing) throws Exception {
        try (GrpcEcho echo = echo(pairing, Pki.SERVER);
                GrpcClient client = client(pairing, echo.port())) {
            Facts.assertLarge(client.one(Facts.large()));
            for (int i = 0; i < 100; i++) assertThat(client.one(PING)).isEqualTo(PING);

            Facts.assertSession(client.session(), pairing.version(), pairing.client());
            assertThat(echo.met())
                    .singleElement()
                    .satisfies(met -> Facts.assertSession(met.session(), pairing.version(), pairing.server()));
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void streamsGoBothWaysSideBySide(Pairing pairing) throws Exception {
        List<byte[]> messages =
                IntStream.range(0, 1000).mapToObj(length -> new byte[length]).toList();
        try (GrpcEcho echo = echo(pairing, Pki.SERVER);
                GrpcClient client = client(pairing, echo.port())) {
            var together =
                    Stream.generate(() -> client.stream(messages)).limit(2).toList();

            for (var each : together) {
                assertThat(Facts.await(each))
                        .extracting(message -> message.length)
                        .isEqualTo(IntStream.range(0, 1000).boxed().toList());
            }
            assertThat(echo.met()).hasSize(1);
            Facts.assertNone(echo.failures());
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void theServerSeesTheClientsCertificateAndRefusesAClientWithoutOne(Pairing pairing) throws Exception {
        SslContext context =
                server(pairing, Pki.SERVER).clientAuth(ClientAuth.REQUIRE).build();
        try (GrpcEcho echo = new GrpcEcho(context);
                GrpcClient nobody = client(pairing, echo.port());
                GrpcClient known = client(pairing, echo.port(), Pki.CLIENT)) {
            assertUnavailable(nobody);
            assertThat(known.one(PING)).isEqualTo(PING);

            assertThat(echo.met())
                    .singleElement()
                    .satisfies(
                            met -> assertThat(met.session().getPeerPrincipal().getName())
                                    .isEqualTo("CN=" + Pki.CLIENT_NAME));
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aServerThatNobodyTrustsIsNotTalkedTo(Pairing pairing) throws Exception {
        try (GrpcEcho echo = echo(pairing, Pki.STRANGER);
                GrpcClient client = client(pairing, echo.port())) {
            assertThat(assertUnavailable(client)).satisfies(Facts::assertTls);

            assertThat(echo.met()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("withOthers")
    void manyShortConnections(Pairing pairing) throws Exception {
        try (GrpcEcho echo = echo(pairing, Pki.SERVER)) {
            SslContext context = client(pairing).build();
            Facts.manyTimes(() -> {
                try (GrpcClient client = new GrpcClient(context, echo.port())) {
                    return assertThat(client.one(PING)).isEqualTo(PING);
                }
            });

            assertThat(echo.met()).hasSize(Facts.MANY);
        }
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aStreamThatIsCutIsAnErrorToBothAndTheServerGoesOn(Pairing pairing) throws Exception {
        for (Cutter.Way way : Cutter.Way.values()) {
            try (GrpcEcho echo = echo(pairing, Pki.SERVER);
                    Cutter cutter = new Cutter(echo.port(), way, 1 << 20, Cutter.Manner.RESET);
                    GrpcClient unlucky = client(pairing, cutter.port());
                    GrpcClient lucky = client(pairing, echo.port())) {
                assertThatThrownBy(() -> Facts.await(unlucky.stream(List.of(PING, Facts.large()))))
                        .cause()
                        .extracting(failure -> Status.fromThrowable(failure).getCode())
                        .isEqualTo(Status.Code.UNAVAILABLE);

                // Of what is cut on its way down the server has taken leave already.
                if (way == Cutter.Way.UP) assertThat(failure(echo)).isNotNull();
                assertThat(lucky.one(PING)).isEqualTo(PING);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void aHandshakeThatIsCutIsAnErrorAndTheServerGoesOn(Pairing pairing) throws Exception {
        try (GrpcEcho echo = echo(pairing, Pki.SERVER);
                GrpcClient lucky = client(pairing, echo.port())) {
            for (Cutter.Way way : Cutter.Way.values()) {
                try (Cutter cutter = new Cutter(echo.port(), way, 60, Cutter.Manner.END);
                        GrpcClient unlucky = client(pairing, cutter.port())) {
                    assertUnavailable(unlucky);
                    assertThat(cutter.cuts()).isPositive();
                }
                assertThat(lucky.one(PING)).isEqualTo(PING);
            }
        }
    }

    private static Throwable failure(GrpcEcho echo) throws InterruptedException {
        return echo.failures().poll(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Throwable assertUnavailable(GrpcClient client) {
        StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, () -> client.one(PING));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        return failure;
    }

    private static GrpcEcho echo(Pairing pairing, Issued own) throws IOException {
        return new GrpcEcho(server(pairing, own).build());
    }

    private static GrpcClient client(Pairing pairing, int port, Issued... own) throws SSLException {
        SslContextBuilder context = client(pairing);
        if (own.length > 0) context.keyManager(Stack.keys(own[0]));
        return new GrpcClient(context.build(), port);
    }

    private static SslContextBuilder client(Pairing pairing) {
        return over(pairing.client(), pairing.version(), SslContextBuilder.forClient());
    }

    private static SslContextBuilder server(Pairing pairing, Issued own) {
        return over(pairing.server(), pairing.version(), SslContextBuilder.forServer(Stack.keys(own)));
    }

    private static SslContextBuilder over(Stack stack, String version, SslContextBuilder builder) {
        return builder.sslProvider(SslProvider.JDK)
                .sslContextProvider(stack.provider())
                .trustManager(Stack.trust())
                .protocols(version)
                .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        "h2"));
    }
}
