package dev.dovetail.tls.cli.demo.fleet;

import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.sessions.FileTicketKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Ticket keys from a file. There is no place that remembers which early data was taken, so none is.
 *
 * @param keys from the file
 */
record FileMemberSessions(FileTicketKeys keys) implements MemberSessions {

    static FileMemberSessions of(Path file, Consumer<String> listener) throws IOException {
        return new FileMemberSessions(FileTicketKeys.of(file)
                .listener(event -> listener.accept("ticket keys: " + event))
                .build());
    }

    @Override
    public ServerSessions settings() {
        return ServerSessions.with(keys).tickets(1).build();
    }

    @Override
    public void clean() {
        // The file is whose who made it.
    }

    @Override
    public void close() {
        keys.close();
    }
}
