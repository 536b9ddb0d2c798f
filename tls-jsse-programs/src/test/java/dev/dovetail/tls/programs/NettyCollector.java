package dev.dovetail.tls.programs;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;

/** The end of a client's pipeline: waits for so many bytes. */
final class NettyCollector extends SimpleChannelInboundHandler<ByteBuf> {

    private final ByteBuffer bytes;
    private final CompletableFuture<byte[]> all = new CompletableFuture<>();

    NettyCollector(int length) {
        bytes = ByteBuffer.allocate(length);
    }

    /** All bytes, or why they did not come. */
    CompletableFuture<byte[]> all() {
        return all;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf data) {
        bytes.put(data.nioBuffer());
        if (!bytes.hasRemaining()) all.complete(bytes.array());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        all.completeExceptionally(new ClosedChannelException());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        all.completeExceptionally(cause);
    }
}
