package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.session.SessionFacts;
import java.util.stream.Stream;

/**
 * One connection of several between the same two ends.
 *
 * @param info what it agreed on
 * @param witness what was seen of it
 */
record Visit(ConnectionInfo info, Witness witness) {

    /** Checks that the server proved who it is, and that the session may go on later. */
    Visit full() {
        return full(true);
    }

    /** Checks that the server proved who it is. */
    Visit full(boolean kept) {
        assertThat(info.resumed()).as("resumed").isFalse();
        assertThat(info.session().isPresent()).as("a session is kept").isEqualTo(kept);
        assertThat(certificates()).as("messages with certificates").isPositive();
        return this;
    }

    /** Checks that the session of another one goes on: nobody proves anything again, and both are who they were. */
    Visit resumes(Visit first) {
        assertThat(info.resumed()).as("resumed").isTrue();
        SessionFacts before = first.info.session().orElseThrow();
        SessionFacts now = info.session().orElseThrow();
        assertThat(now.name()).isEqualTo(before.name());
        assertThat(now.established()).isEqualTo(before.established());
        assertThat(info.peerChain()).isEqualTo(first.info.peerChain());
        assertThat(info.peerScheme()).isEqualTo(first.info.peerScheme());
        assertThat(info.version()).isEqualTo(first.info.version());
        assertThat(info.suite().suite()).isEqualTo(first.info.suite().suite());
        assertThat(info.serverName()).isEqualTo(first.info.serverName());
        assertThat(info.extendedMasterSecret()).isTrue();
        assertThat(certificates()).as("messages with certificates").isZero();
        // A key share goes with a ticket of TLS 1.3; TLS 1.2 has its old secret alone.
        if (!info.version().equals(ProtocolVersion.TLS_1_3))
            assertThat(info.group()).isEmpty();
        return this;
    }

    private long certificates() {
        return Stream.of(Direction.values())
                .flatMap(way -> Stream.of("Certificate", "CertificateVerify", "ServerKeyExchange")
                        .map(name -> witness.messages(way, name)))
                .mapToLong(Long::longValue)
                .sum();
    }
}
