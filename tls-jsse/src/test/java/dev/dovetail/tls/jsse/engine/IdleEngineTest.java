package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an engine that waits for data holds on to. */
class IdleEngineTest {

    private static final int TRIES = 100;

    /** The arrays of the last calls, large and small, are the application's alone. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void theCallersArraysAreNotKept(Course course) throws Exception {
        Conversation talk = course.connected(Plan.plain());
        talk.carries(Role.CLIENT, Data.of(100)).carries(Role.SERVER, Data.of(100));
        List<WeakReference<byte[]>> arrays = new ArrayList<>();
        for (Role role : Role.values()) {
            arrays.addAll(oneMore(talk.engine(role), talk.engine(role.peer()), 16_384));
            arrays.addAll(oneMore(talk.engine(role), talk.engine(role.peer()), 3));
        }
        for (int tries = 0; tries < TRIES && !arrays.stream().allMatch(one -> one.refersTo(null)); tries++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(arrays).hasSize(16).allMatch(one -> one.refersTo(null));
        talk.carries(Role.CLIENT, Data.of(100)).carries(Role.SERVER, Data.of(100));
    }

    /**
     * A record from one engine to the other, in arrays that nobody else knows; once with ample room, once just enough.
     */
    private static List<WeakReference<byte[]>> oneMore(SSLEngine from, SSLEngine to, int length) throws SSLException {
        List<WeakReference<byte[]>> arrays = new ArrayList<>();
        for (int room : new int[] {Plan.AMPLE, length}) {
            byte[] plain = Data.of(length);
            byte[] packet = new byte[Plan.AMPLE];
            byte[] opened = new byte[room];
            ByteBuffer record = ByteBuffer.wrap(packet);
            assertThat(from.wrap(ByteBuffer.wrap(plain), record).bytesConsumed())
                    .isEqualTo(length);
            assertThat(to.unwrap(record.flip(), ByteBuffer.wrap(opened)).bytesProduced())
                    .isEqualTo(length);
            arrays.add(new WeakReference<>(packet));
            arrays.add(new WeakReference<>(opened));
        }
        return arrays;
    }

    /** What is looked for below can be found. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aHandshakeUnderWayHoldsItsSteps(Course course) throws SSLException {
        SSLEngine client = course.client();
        SSLEngine server = course.server();
        ByteBuffer hello = ByteBuffer.allocate(Plan.AMPLE);
        client.wrap(ByteBuffer.allocate(0), hello);
        server.unwrap(hello.flip(), ByteBuffer.allocate(0));
        assertThat(server.getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_TASK);
        assertThat(Reachable.from(server).paths("TlsTask")).isNotEmpty();
        Runnable task = server.getDelegatedTask();
        assertThat(Reachable.from(server).paths("TlsTask")).isNotEmpty();
        assertThat(task).isNotNull();
    }

    /** Each handshake has tasks and flights; a connection that stands for hours needs neither. */
    @ParameterizedTest
    @EnumSource
    void theHandshakesStepsAreGone(Course course) {
        Conversation talk = course.connected(Plan.plain());
        talk.carries(Role.CLIENT, Data.of(100)).carries(Role.SERVER, Data.of(100));
        for (Role role : Role.values()) {
            Reachable reachable = Reachable.from(talk.engine(role));
            assertThat(reachable.paths()).as("%s %s", course, role).isNotEmpty();
            assertThat(reachable.paths("TlsTask")).isEmpty();
            assertThat(reachable.paths("Flight")).isEmpty();
            assertThat(reachable.paths("HandshakeSession")).isEmpty();
            // Of what was sent and received no more than a few short arrays: numbers, names, randoms.
            assertThat(reachable.bytes()).as("%s %s", course, role).isLessThan(4096);
        }
    }
}
