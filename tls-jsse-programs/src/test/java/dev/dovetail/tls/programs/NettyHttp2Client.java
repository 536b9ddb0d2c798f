package dev.dovetail.tls.programs;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLEngine;

/** One connection of Netty's that speaks HTTP/2, for requests one after another or side by side. */
final class NettyHttp2Client implements AutoCloseable {

    private static final int WINDOW = 1 << 20;

    private final NettyClient client;
    private final Channel connection;

    /** Connects. The codec is there before the handshake: what the server sends first comes right behind it. */
    NettyHttp2Client(SslContext context, int port) {
        client = new NettyClient(context);
        connection = client.connect(
                port,
                Http2FrameCodecBuilder.forClient()
                        .initialSettings(Http2Settings.defaultSettings().initialWindowSize(WINDOW))
                        .build(),
                new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
    }

    SSLEngine engine() {
        return connection.pipeline().get(SslHandler.class).engine();
    }

    /** Asks for a page; with an empty body, if there is nothing to send. */
    CompletableFuture<byte[]> ask(String path, byte[] body) {
        Answer answer = new Answer();
        Http2StreamChannel stream = Netty.await(new Http2StreamChannelBootstrap(connection)
                .handler(Netty.setup(pipeline -> pipeline.addLast(
                        new Http2StreamFrameToHttpObjectCodec(false),
                        new HttpObjectAggregator(2 * Facts.LARGE),
                        answer)))
                .open());
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path, Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.HOST, "localhost").setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        stream.writeAndFlush(request);
        return answer.body;
    }

    @Override
    public void close() {
        client.close();
    }

    /** The end of a stream's pipeline. */
    private static final class Answer extends SimpleChannelInboundHandler<FullHttpResponse> {

        private final CompletableFuture<byte[]> body = new CompletableFuture<>();

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            byte[] bytes = new byte[response.content().readableBytes()];
            response.content().readBytes(bytes);
            body.complete(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            body.completeExceptionally(new ClosedChannelException());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            body.completeExceptionally(cause);
        }
    }
}
