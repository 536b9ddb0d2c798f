package dev.dovetail.tls.programs;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A server of Netty's that sends back what comes, over nothing but TLS, and answers a close_notify with its own. */
final class NettyEcho implements AutoCloseable {

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final Queue<Met> met = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final Channel listener;

    /** Begins to serve. */
    NettyEcho(SslContext context) {
        this(channel -> context.newHandler(channel.alloc()));
    }

    /** Begins to serve, with whatever does TLS. */
    NettyEcho(Function<Channel, ChannelHandler> tls) {
        listener = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(Netty.setup(pipeline -> pipeline.addLast(tls.apply(pipeline.channel()), new Echo())))
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Each connection once its handshake was done, in the order in which they came. */
    Queue<Met> met() {
        return met;
    }

    /** What went wrong, in handshakes and later. */
    BlockingQueue<Throwable> failures() {
        return failures;
    }

    @Override
    public void close() {
        Netty.stop(group);
    }

    /** The end of a server's pipeline. */
    private final class Echo extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object data) {
            context.write(data);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == SslHandshakeCompletionEvent.SUCCESS) {
                met.add(Met.at(context.pipeline().get(SslHandler.class).engine()));
            }
            if (event == SslCloseCompletionEvent.SUCCESS) context.close();
            if (event instanceof SslCloseCompletionEvent close && !close.isSuccess()) failures.add(close.cause());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failures.add(cause);
            context.close();
        }
    }
}
