package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** What all programs are asked to do, and what a session has to say about it. */
final class Facts {

    /** How long anything is waited for: only a failure takes so long. */
    static final Duration PATIENCE = Duration.ofSeconds(100);

    /** Of a large body; a little more than a round number, so that the last record is a short one. */
    static final int LARGE = (8 << 20) + 13;

    /** Short connections that each program makes and takes. */
    static final int MANY = 300;

    private static final int AT_ONCE = 4;
    private static final byte[] BODY = random();

    private Facts() {}

    /** A large body, the same each time; nobody changes it. */
    static byte[] large() {
        return BODY;
    }

    /** What a server has at a path: at {@code /large} a large body, elsewhere "hello". */
    static byte[] page(String path) {
        return path.equals("/large") ? BODY : "hello".getBytes(StandardCharsets.US_ASCII);
    }

    /** That a large body has arrived. Should it not have, 8 MiB of it would be no help. */
    static void assertLarge(byte[] body) {
        assertThat(Arrays.equals(body, BODY)).isTrue();
    }

    /** Does something {@link #MANY} times, a few at once; fails as the first of them does. */
    static void manyTimes(Callable<?> once) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Object>> all = new ArrayList<>(Collections.nCopies(MANY, once::call));
            for (Future<?> each : workers.invokeAll(all, 2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) each.get();
        } catch (CancellationException e) {
            throw new AssertionError("not all of them came to an end", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Waits for it, but not forever. */
    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** That nothing went wrong; the first thing that did is the cause of the failure. */
    static void assertNone(Queue<? extends Throwable> failures) {
        if (!failures.isEmpty()) throw new AssertionError("failures: " + failures.size(), failures.peek());
    }

    /** That an error is one of TLS, or was caused by one. */
    static void assertTls(Throwable error) {
        assertThat(Stream.iterate(error, Objects::nonNull, Throwable::getCause))
                .hasAtLeastOneElementOfType(SSLException.class);
    }

    /** That a session has this version and a suite with the name that IANA gave it. */
    static void assertSession(SSLSession session, String version) {
        assertThat(session.getProtocol()).isEqualTo(version);
        // The suites of TLS 1.3 name no key exchange (RFC 8446 B.4).
        String suite = version.equals(Pairing.TLS_1_3) ? "TLS_(AES|CHACHA20)_\\w+" : "TLS_ECDHE_ECDSA_WITH_\\w+";
        assertThat(session.getCipherSuite()).matches(suite);
    }

    /** The same, and that a stack made it. */
    static void assertSession(SSLSession session, String version, Stack stack) {
        assertSession(session, version);
        stack.assertMade(session);
    }

    private static byte[] random() {
        byte[] body = new byte[LARGE];
        new Random(1).nextBytes(body);
        return body;
    }
}
