package dev.dovetail.tls.sessions;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Short names for what tests of stores do all the time. */
final class Answers {

    private Answers() {}

    /** The answer, for which nothing but a failure takes long. */
    static <T> T of(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static byte[] id(int number) {
        return ByteBuffer.allocate(32).putInt(number).array();
    }
}
