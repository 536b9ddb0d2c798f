package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.handshake.key.ApplicationSecrets;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.tls13.Course;
import java.util.Optional;

/**
 * What a server keeps while it waits for the client's flight.
 *
 * @param ask what the client asked for
 * @param choices what was settled
 * @param course keys and transcript
 * @param secrets of the application's keys
 * @param applicationProtocol the protocol of RFC 7301
 */
record ServerWait(
        ClientAsk ask, Choices choices, Course course, ApplicationSecrets secrets, Optional<String> applicationProtocol)
        implements AutoCloseable {

    @Override
    public void close() {
        course.close();
        secrets.close();
    }
}
