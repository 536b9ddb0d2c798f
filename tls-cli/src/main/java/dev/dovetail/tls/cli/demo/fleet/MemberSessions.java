package dev.dovetail.tls.cli.demo.fleet;

import dev.dovetail.tls.handshake.session.ServerSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** What a server of the demonstration shares with the others. */
interface MemberSessions extends AutoCloseable {

    /** How its connections are resumed. */
    ServerSessions settings();

    /** Removes from the shared place what would stay there. Nothing else is called afterwards but {@link #close}. */
    void clean();

    @Override
    void close();

    /** From what this server was told; waits until there are keys. */
    static MemberSessions of(Map<String, String> told, Consumer<String> listener) throws IOException {
        String file = told.get(KeyFile.TOLD);
        return file == null ? RedisMemberSessions.of(told, listener) : FileMemberSessions.of(Path.of(file), listener);
    }
}
