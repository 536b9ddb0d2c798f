package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes that no TLS peer sends. */
class GarbageTest {

    /** Things to send at any time, each of which is an end. */
    enum Garbage {
        HTTP("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
        NOISE(noise()),
        UNKNOWN_TYPE(new byte[] {99, 3, 3, 0, 1, 0}),
        // RFC 8446 5.2: no record is longer than 2^14 + 256; RFC 5246 6.2.3: nor than 2^14 + 2048.
        HEADER_OF_A_RECORD_TOO_LONG(new byte[] {22, 3, 3, (byte) 0xff, (byte) 0xff}),
        // RFC 8446 5.1: handshake records are never empty.
        EMPTY_HANDSHAKE_RECORD(new byte[] {22, 3, 3, 0, 0}),
        EMPTY_ALERT_RECORD(new byte[] {21, 3, 3, 0, 0}),
        FATAL_ALERT(new byte[] {21, 3, 3, 0, 2, 2, 80}),
        // RFC 8446 5.1: no application data before there are keys.
        DATA_IN_THE_CLEAR(new byte[] {23, 3, 3, 0, 3, 1, 2, 3});

        private final byte[] bytes;

        Garbage(byte[] bytes) {
            this.bytes = bytes;
        }

        private static byte[] noise() {
            byte[] noise = new byte[100];
            new Random(17).nextBytes(noise);
            noise[0] = 0x55;
            return noise;
        }
    }

    @ParameterizedTest
    @EnumSource
    void garbageInsteadOfAHandshakeIsAnError(Garbage garbage) {
        for (Course course : new Course[] {Course.TLS13, Course.TLS12}) {
            for (Cut cut : new Cut[] {Cut.none(), Cut.every(1)}) {
                for (Role to : Role.values()) {
                    Conversation talk = course.begin(Plan.plain().with(cut));
                    talk.wire(Role.CLIENT).changing(index -> bytes -> new byte[0]);
                    talk.begin();
                    talk.wire(to.peer()).append(garbage.bytes);
                    talk.pump();
                    fails(talk, to, garbage);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void garbageOnAConnectionIsAnError(Garbage garbage) {
        for (Course course : new Course[] {Course.TLS13, Course.TLS12}) {
            for (Role to : Role.values()) {
                Conversation talk = course.connected(Plan.plain()).carries(to, Data.of(10));
                talk.wire(to.peer()).append(garbage.bytes);
                talk.pump();
                fails(talk, to, garbage);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void garbageBetweenTheRecordsOfAHandshakeIsAnError(Garbage garbage) {
        for (Course course : new Course[] {Course.TLS13, Course.TLS12}) {
            for (Role from : Role.values()) {
                int records =
                        course.connected(Plan.plain()).wire(from).lengths().size();
                for (int record = 1; record < records; record++) {
                    int place = record;
                    Conversation talk = course.begin(Plan.plain());
                    talk.wire(from).changing(index -> index == place ? bytes -> garbage.bytes : null);
                    talk.begin().pump();
                    fails(talk, from.peer(), garbage);
                }
            }
        }
    }

    private static void fails(Conversation talk, Role who, Garbage garbage) {
        // The JDK's stack waits for all of a record before it looks at its type, and takes empty ones.
        if (!Stack.strict() && talk.failures() == 0) return;
        assertThat(talk.end(who).failures()).as(garbage + " " + talk).isNotEmpty();
        assertThat(talk.end(who).failures().get(0)).isInstanceOf(SSLException.class);
        assertThat(talk.engine(who).isInboundDone()).as(talk.toString()).isTrue();
        assertThat(talk.engine(who).isOutboundDone()).as(talk.toString()).isTrue();
        assertThat(talk.end(who).received()).isEmpty();
    }
}
