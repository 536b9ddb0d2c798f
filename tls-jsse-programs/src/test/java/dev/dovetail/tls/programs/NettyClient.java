package dev.dovetail.tls.programs;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicReference;

/** A client of Netty's, which checks that the server is called localhost. */
final class NettyClient implements AutoCloseable {

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final SslContext context;

    NettyClient(SslContext context) {
        this.context = context;
    }

    /** A connection that has done its handshake; throws as the handshake failed. */
    Channel connect(int port, ChannelHandler... after) {
        return connect(port, "localhost", after);
    }

    /** The same with a server that is called otherwise. */
    Channel connect(int port, String name, ChannelHandler... after) {
        AtomicReference<SslHandler> tls = new AtomicReference<>();
        Bootstrap bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(Netty.setup(pipeline -> {
                    tls.set(context.newHandler(pipeline.channel().alloc(), name, port));
                    pipeline.addLast(tls.get()).addLast(after);
                }));
        bootstrap.connect(InetAddress.getLoopbackAddress(), port).syncUninterruptibly();
        // Not from the pipeline, which it has left already if it failed fast.
        return Netty.await(tls.get().handshakeFuture());
    }

    @Override
    public void close() {
        Netty.stop(group);
    }
}
