package dev.dovetail.tls.programs;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * A server of Netty's: HTTP/2 or HTTP/1.1, as ALPN decides.
 *
 * <p>{@code /echo} sends the body back, {@code /last} closes.
 */
final class NettyPages implements AutoCloseable {

    private static final int WINDOW = 1 << 20;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final Queue<Met> met = new ConcurrentLinkedQueue<>();
    private final Semaphore asked = new Semaphore(0);
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final Channel listener;

    /** Begins to serve. */
    NettyPages(SslContext context) {
        listener = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(Netty.setup(pipeline ->
                        pipeline.addLast(context.newHandler(pipeline.channel().alloc()), new Choice())))
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

    /** A permit for each request that was begun with. */
    Semaphore asked() {
        return asked;
    }

    /** What went wrong, in handshakes and later. */
    BlockingQueue<Throwable> failures() {
        return failures;
    }

    @Override
    public void close() {
        Netty.stop(group);
    }

    /** Sets up what ALPN chose. */
    private final class Choice extends ApplicationProtocolNegotiationHandler {

        Choice() {
            super(ApplicationProtocolNames.HTTP_1_1);
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext context, String protocol) {
            ChannelPipeline pipeline = context.pipeline();
            met.add(Met.at(pipeline.get(SslHandler.class).engine()));
            if (!protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                pipeline.addLast(new HttpServerCodec());
                addPage(pipeline);
                return;
            }
            pipeline.addLast(
                    Http2FrameCodecBuilder.forServer()
                            .initialSettings(Http2Settings.defaultSettings().initialWindowSize(WINDOW))
                            .build(),
                    new Http2MultiplexHandler(Netty.setup(stream -> {
                        stream.addLast(new Http2StreamFrameToHttpObjectCodec(true));
                        addPage(stream);
                    })));
        }

        @Override
        protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
            failures.add(cause);
            context.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failures.add(cause);
            context.close();
        }
    }

    private void addPage(ChannelPipeline pipeline) {
        pipeline.addLast(new Begin(), new HttpObjectAggregator(2 * Facts.LARGE), new Page());
    }

    /** Sees the head of each request. */
    private final class Begin extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) asked.release();
            context.fireChannelRead(message);
        }
    }

    /** Answers whole requests. */
    private final class Page extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            ByteBuf body = request.uri().equals("/echo")
                    ? request.content().retain()
                    : Unpooled.wrappedBuffer(Facts.page(request.uri()));
            FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
            response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
            if (!request.uri().equals("/last")) {
                context.writeAndFlush(response);
                return;
            }
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failures.add(cause);
            context.close();
        }
    }
}
