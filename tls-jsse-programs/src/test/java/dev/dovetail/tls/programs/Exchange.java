package dev.dovetail.tls.programs;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request of the JDK's client, and all of its answer. */
final class Exchange {

    private Exchange() {}

    /**
     * Sends a request and waits for the answer with its body, but not forever. {@link HttpRequest#timeout} would not do:
     * before JDK 26 it ends with the head of the answer, and a body that stops half-way is waited for without end.
     *
     * @throws IOException what kept the answer from coming, but for the end of our patience, which is nothing that a test may
     *     expect
     */
    static <T> HttpResponse<T> of(HttpClient client, HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        try {
            return answer.get(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause && !(cause instanceof HttpTimeoutException)) throw cause;
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new AssertionError("no whole answer from " + request.uri() + " within " + Facts.PATIENCE, e);
        }
    }
}
