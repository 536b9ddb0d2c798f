package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes long is left to the caller, and nothing goes on meanwhile. */
class TaskTest {

    @ParameterizedTest
    @EnumSource
    void whereThereIsNothingToDoThereIsNoTask(Course course) {
        for (SSLEngine engine : new SSLEngine[] {course.client(), course.server()}) {
            assertThat(engine.getDelegatedTask()).isNull();
            assertThat(engine.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
        }
        Conversation talk = course.connected(Plan.plain()).carries(Role.CLIENT, Data.of(1));
        for (Role role : Role.values())
            assertThat(talk.engine(role).getDelegatedTask()).isNull();
    }

    /** Signing and checking take long in every course, on both ends where both have to do with certificates. */
    @ParameterizedTest
    @EnumSource
    void slowStepsAreTasks(Course course) {
        Conversation talk = course.connected(Plan.plain());
        for (Role role : Role.values()) {
            talk.require(talk.toString().contains(role + " runs a task"), role + " has done all by itself");
        }
    }

    /** At each task of a handshake: nothing moves until it is done, whoever runs it. */
    @ParameterizedTest
    @EnumSource
    void nothingGoesOnWhileATaskRuns(Course course) throws SSLException {
        Conversation talk = course.begin(Plan.plain()).begin();
        int tasks = 0;
        for (int steps = 0; steps < 100; steps++) {
            for (Role role : Role.values()) {
                SSLEngine engine = talk.engine(role);
                if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                    runSlowly(engine);
                    tasks++;
                } else {
                    talk.end(role).step();
                }
            }
        }
        assertThat(tasks).isPositive();
        talk.pump().carries(Role.CLIENT, Data.of(10)).carries(Role.SERVER, Data.of(10));
    }

    private static void runSlowly(SSLEngine engine) throws SSLException {
        Set<Runnable> tasks = new HashSet<>();
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            assertThat(tasks.add(task)).as("given twice").isTrue();
            assertThat(tasks).hasSizeLessThan(20);
            waits(engine);
        }
        assertThat(tasks).isNotEmpty();
        waits(engine);
        tasks.forEach(Runnable::run);
    }

    private static void waits(SSLEngine engine) throws SSLException {
        assertThat(engine.getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_TASK);
        // Bytes that are an error, once they are looked at.
        byte[] bytes = {99, 3, 3, 0, 1, 0};
        waits(engine.wrap(ByteBuffer.wrap(bytes), ByteBuffer.allocate(Plan.AMPLE)));
        waits(engine.unwrap(ByteBuffer.wrap(bytes), ByteBuffer.allocate(Plan.AMPLE)));
        waits(engine.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(0)));
    }

    private static void waits(SSLEngineResult result) {
        assertThat(result.getStatus()).isEqualTo(Status.OK);
        assertThat(result.getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_TASK);
        assertThat(result.bytesConsumed() + result.bytesProduced()).isZero();
    }

    /** A task that is run again, or after the end of the connection, does no harm. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aTaskThatComesTooLateDoesNoHarm(Course course) {
        Conversation talk = course.begin(Plan.plain()).begin();
        SSLEngine server = talk.engine(Role.SERVER);
        while (server.getHandshakeStatus() != HandshakeStatus.NEED_TASK) talk.steps(2);
        Runnable task = server.getDelegatedTask();
        talk.closes(Role.SERVER);
        task.run();
        talk.pump();
        assertThat(server.isOutboundDone()).as(talk.toString()).isTrue();
    }
}
