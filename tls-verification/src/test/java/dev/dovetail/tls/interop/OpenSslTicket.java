package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A session of {@code openssl s_client} in a file: each visit to a server of ours reads it, and the first one writes it. */
final class OpenSslTicket {

    private final Path file = PemFiles.write("session.pem", "");
    private final List<String> options;

    /** A client with what it is told here in all its connections. */
    OpenSslTicket(ProtocolVersion version, String... options) {
        this.options = new ArrayList<>(List.of(OpenSsl.option(version)));
        this.options.addAll(List.of(options));
    }

    /** A visit that begins a session and keeps it: tickets come before any data, so the last one is there when that is. */
    Visit begin(House house) throws IOException {
        return visit(house, "New", "-sess_out", file.toString());
    }

    /** A visit that goes on with the session. */
    Visit resume(House house, String... more) throws IOException {
        return again(house, "Reused", more);
    }

    /** A visit that wants to go on with the session, and may not. */
    Visit fail(House house, String... more) throws IOException {
        return again(house, "New", more);
    }

    /** Whether it has begun no session that could go on. */
    boolean isEmpty() throws IOException {
        return Files.size(file) == 0;
    }

    /** The client, offering the session again, and perhaps early data. */
    OpenSslClient start(House house, String... more) {
        List<String> all = new ArrayList<>(List.of("-sess_in", file.toString()));
        all.addAll(List.of(more));
        return client(house, all);
    }

    private Visit again(House house, String word, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("-sess_in", file.toString()));
        all.addAll(List.of(more));
        return visit(house, word, all.toArray(String[]::new));
    }

    private Visit visit(House house, String word, String... more) throws IOException {
        try (OpenSslClient client = client(house, List.of(more))) {
            Visit visit = house.serve(stream -> OpenSsl.converse(client.program(), stream));
            client.program().awaitOutput(Pattern.compile("(?m)^" + word + ", \\S+, Cipher is "));
            return visit;
        }
    }

    private OpenSslClient client(House house, List<String> more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return OpenSslClient.start(house.port(), all.toArray(String[]::new));
    }
}
