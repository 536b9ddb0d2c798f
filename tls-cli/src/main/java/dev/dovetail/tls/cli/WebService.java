package dev.dovetail.tls.cli;

import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers every request of HTTP/1.x with what is known about the connection. */
final class WebService implements Service {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void serve(TlsStream stream) throws IOException {
        HttpInput input = new HttpInput(stream.input());
        try {
            while (true) {
                Optional<HttpRequest> request = input.next();
                if (request.isEmpty()) return;
                answer(stream, input, request.get());
                if (!request.get().keepsAlive()) return;
            }
        } catch (ProtocolException wrong) {
            String text = Messages.plain(wrong.getMessage()) + '\n';
            send(stream, "400 Bad Request", text, false, true);
        }
    }

    private static void answer(TlsStream stream, HttpInput input, HttpRequest request) throws IOException {
        if (request.awaitsContinue()) stream.output().write(CONTINUE);
        input.skipBody(request);
        boolean known = METHODS.contains(request.method());
        List<String> lines = new ArrayList<>();
        lines.add("request: " + Messages.plain(request.line()));
        lines.addAll(ConnectionFacts.of(stream.info()));
        String body = known ? String.join("\n", lines) + '\n' : "GET, HEAD and POST are answered\n";
        boolean headOnly = request.method().equals("HEAD");
        send(stream, known ? "200 OK" : "405 Method Not Allowed", body, headOnly, !request.keepsAlive());
    }

    /** In one write, so that it is one record. */
    private static void send(TlsStream stream, String status, String text, boolean headOnly, boolean last)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 " + status + "\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Length: " + body.length + "\r\n"
                        + (status.startsWith("405") ? "Allow: GET, HEAD, POST\r\n" : "")
                        + "Connection: " + (last ? "close" : "keep-alive") + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[head.length + (headOnly ? 0 : body.length)];
        System.arraycopy(head, 0, answer, 0, head.length);
        if (!headOnly) System.arraycopy(body, 0, answer, head.length, body.length);
        stream.output().write(answer);
    }
}
