package dev.dovetail.tls.programs;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A service of gRPC's that sends back what comes: one message, or a stream of them. */
final class GrpcEcho implements AutoCloseable {

    /** One message. */
    static final MethodDescriptor<byte[], byte[]> ONE = method(MethodType.UNARY, "one");

    /** A stream each way. */
    static final MethodDescriptor<byte[], byte[]> STREAM = method(MethodType.BIDI_STREAMING, "stream");

    private static final String SERVICE = "echo";

    private final Queue<Met> met = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final Server server;

    /** Begins to serve. */
    GrpcEcho(SslContext context) throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sslContext(context)
                .maxInboundMessageSize(2 * Facts.LARGE)
                .addTransportFilter(new ServerTransportFilter() {
                    @Override
                    public Attributes transportReady(Attributes attributes) {
                        // gRPC ends a connection for which ALPN did not choose h2, so there is no other to ask for.
                        met.add(new Met(attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION), "h2"));
                        return attributes;
                    }
                })
                .addService(ServerServiceDefinition.builder(SERVICE)
                        .addMethod(ONE, ServerCalls.asyncUnaryCall(GrpcEcho::one))
                        .addMethod(STREAM, ServerCalls.asyncBidiStreamingCall(Stream::new))
                        .build())
                .build()
                .start();
    }

    int port() {
        return server.getPort();
    }

    /** Each connection once it was ready, in the order in which they came. */
    Queue<Met> met() {
        return met;
    }

    /** What went wrong in streams. */
    BlockingQueue<Throwable> failures() {
        return failures;
    }

    @Override
    public void close() throws InterruptedException {
        server.shutdownNow().awaitTermination(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void one(byte[] message, StreamObserver<byte[]> answers) {
        answers.onNext(message);
        answers.onCompleted();
    }

    /** One stream's messages. */
    private final class Stream implements StreamObserver<byte[]> {

        private final StreamObserver<byte[]> answers;

        Stream(StreamObserver<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public void onNext(byte[] message) {
            answers.onNext(message);
        }

        @Override
        public void onError(Throwable failure) {
            failures.add(failure);
        }

        @Override
        public void onCompleted() {
            answers.onCompleted();
        }
    }

    private static MethodDescriptor<byte[], byte[]> method(MethodType type, String name) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName("echo", name))
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
    }

    /** A message is its bytes. */
    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream message) {
            try {
                return message.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
