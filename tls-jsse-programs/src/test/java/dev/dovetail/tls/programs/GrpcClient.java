package dev.dovetail.tls.programs;

import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSession;

/** A client of {@link GrpcEcho}: one channel, and so one connection as long as nothing cuts it. */
final class GrpcClient implements AutoCloseable {

    private final ManagedChannel channel;
    private final AtomicReference<SSLSession> session = new AtomicReference<>();
    private final Channel watched;

    GrpcClient(SslContext context, int port) {
        channel = NettyChannelBuilder.forAddress("localhost", port)
                .sslContext(context)
                .maxInboundMessageSize(2 * Facts.LARGE)
                .build();
        watched = ClientInterceptors.intercept(channel, new Watch());
    }

    /** Of the connection that carried the last answer. */
    SSLSession session() {
        return session.get();
    }

    /** Asks once; throws as the call failed. */
    byte[] one(byte[] message) {
        return ClientCalls.blockingUnaryCall(watched, GrpcEcho.ONE, options(), message);
    }

    /** Sends all at once, and answers with all that came back. */
    CompletableFuture<List<byte[]>> stream(List<byte[]> messages) {
        Answers answers = new Answers();
        StreamObserver<byte[]> questions =
                ClientCalls.asyncBidiStreamingCall(watched.newCall(GrpcEcho.STREAM, options()), answers);
        messages.forEach(questions::onNext);
        questions.onCompleted();
        return answers.all;
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow().awaitTermination(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static CallOptions options() {
        return CallOptions.DEFAULT.withDeadlineAfter(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Collects a stream. */
    private static final class Answers implements StreamObserver<byte[]> {

        private final ConcurrentLinkedQueue<byte[]> messages = new ConcurrentLinkedQueue<>();
        private final CompletableFuture<List<byte[]>> all = new CompletableFuture<>();

        @Override
        public void onNext(byte[] message) {
            messages.add(message);
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            all.complete(List.copyOf(messages));
        }
    }

    /** Looks at the session once an answer has come over it. */
    private final class Watch implements ClientInterceptor {

        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    super.start(
                            new SimpleForwardingClientCallListener<>(listener) {
                                @Override
                                public void onHeaders(Metadata answered) {
                                    Attributes attributes = getAttributes();
                                    session.set(attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
                                    super.onHeaders(answered);
                                }
                            },
                            headers);
                }
            };
        }
    }
}
