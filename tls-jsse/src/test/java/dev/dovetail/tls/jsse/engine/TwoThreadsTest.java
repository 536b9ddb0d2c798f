package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One thread may wrap while another unwraps: the documentation of SSLEngine promises as much. */
@Timeout(60)
class TwoThreadsTest {

    private static final int MESSAGES = 400;

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void oneThreadWrapsWhileAnotherUnwraps(Course course) throws Exception {
        Conversation talk = course.connected(Plan.plain());
        BlockingQueue<byte[]> up = new LinkedBlockingQueue<>();
        BlockingQueue<byte[]> down = new LinkedBlockingQueue<>();
        SSLEngine client = talk.engine(Role.CLIENT);
        SSLEngine server = talk.engine(Role.SERVER);
        List<CompletableFuture<?>> work = new ArrayList<>();
        work.add(async(() -> writes(client, up, course.tls13())));
        work.add(async(() -> writes(server, down, false)));
        work.add(async(() -> reads(client, down)));
        work.add(async(() -> reads(server, up)));
        for (CompletableFuture<?> one : work) one.get(50, TimeUnit.SECONDS);
    }

    /** Wraps until it has sent all; what is queued besides, such as an answer to new keys, goes along. */
    private static boolean writes(SSLEngine engine, BlockingQueue<byte[]> wire, boolean changesKeys) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            ByteBuffer message = ByteBuffer.wrap(Data.of(1 + i * 7));
            if (changesKeys && i % 50 == 49) engine.beginHandshake();
            while (message.hasRemaining()) {
                ByteBuffer record = ByteBuffer.allocate(Plan.AMPLE);
                SSLEngineResult result = engine.wrap(message, record);
                assertThat(result.getStatus()).isEqualTo(Status.OK);
                byte[] bytes = new byte[record.position()];
                record.flip().get(bytes);
                if (bytes.length > 0) wire.add(bytes);
            }
        }
        return true;
    }

    private static boolean reads(SSLEngine engine, BlockingQueue<byte[]> wire) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            ByteBuffer message = ByteBuffer.allocate(Plan.AMPLE);
            while (message.position() < 1 + i * 7) {
                ByteBuffer record = ByteBuffer.wrap(wire.take());
                assertThat(engine.unwrap(record, message).getStatus()).isEqualTo(Status.OK);
                assertThat(record.hasRemaining()).isFalse();
            }
            byte[] bytes = new byte[message.position()];
            message.flip().get(bytes);
            assertThat(bytes).isEqualTo(Data.of(1 + i * 7));
        }
        return true;
    }

    private static CompletableFuture<Boolean> async(Callable<Boolean> work) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
