package dev.dovetail.tls.programs;

import dev.dovetail.tls.certificates.Issued;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/** Contexts of Netty's over any stack, and what its tests share. */
final class Netty {

    /** HTTP/2 first, then HTTP/1.1. */
    static final ApplicationProtocolConfig ALPN = new ApplicationProtocolConfig(
            ApplicationProtocolConfig.Protocol.ALPN,
            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
            ApplicationProtocolNames.HTTP_2,
            ApplicationProtocolNames.HTTP_1_1);

    private Netty() {}

    /** For a server with a certificate, usually {@link Pki#SERVER}. */
    static SslContextBuilder server(Stack stack, String version, Issued own) {
        return over(stack, version, SslContextBuilder.forServer(Stack.keys(own)));
    }

    /** For a client without a certificate that checks the server's name. */
    static SslContextBuilder client(Stack stack, String version) {
        return over(stack, version, SslContextBuilder.forClient());
    }

    /** A server of HTTP/2 and HTTP/1.1 with {@link Pki#SERVER}. */
    static NettyPages pages(Stack stack, String version) {
        return new NettyPages(built(server(stack, version, Pki.SERVER).applicationProtocolConfig(ALPN)));
    }

    static SslContext built(SslContextBuilder builder) {
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    static ChannelHandler setup(Consumer<ChannelPipeline> setup) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                setup.accept(channel.pipeline());
            }
        };
    }

    /** Waits for it, but not forever, and throws as it failed. */
    static <T> T await(Future<T> future) {
        if (!future.awaitUninterruptibly(Facts.PATIENCE.toMillis())) throw new AssertionError("nothing came");
        return future.syncUninterruptibly().getNow();
    }

    /** Closes the group's channels and ends its threads. */
    static void stop(EventLoopGroup group) {
        group.shutdownGracefully(0, Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .awaitUninterruptibly(Facts.PATIENCE.toMillis());
    }

    private static SslContextBuilder over(Stack stack, String version, SslContextBuilder builder) {
        return builder.sslProvider(SslProvider.JDK)
                .sslContextProvider(stack.provider())
                .trustManager(Stack.trust())
                .protocols(version);
    }
}
