package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What parameters that are seldom set do to a connection. */
class ParametersTest {

    private static final String CBC = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256";

    static Stream<Arguments> packets() {
        return Stream.of(600, 1400, 4096, 16_000)
                .flatMap(size -> Stream.of(
                        Arguments.of(size, Course.TLS13, ""),
                        Arguments.of(size, Course.TLS12, ""),
                        Arguments.of(size, Course.TLS12, CBC)));
    }

    /** Both in the handshake, whose certificates are longer than that, and later. */
    @ParameterizedTest
    @MethodSource("packets")
    void noRecordIsLongerThanThePacket(int size, Course course, String suite) {
        Conversation talk = Conversation.between(
                parameters(course.client(), suite, one -> one.setMaximumPacketSize(size)),
                parameters(course.server(), suite, one -> one.setMaximumPacketSize(size)),
                Plan.plain());
        talk.handshake();
        for (Role role : Role.values()) {
            assertThat(talk.engine(role).getSSLParameters().getMaximumPacketSize())
                    .isEqualTo(size);
            talk.carries(role, Data.of(40_000), Data.of(1), Data.of(size));
        }
        for (Role role : Role.values()) {
            assertThat(talk.wire(role).lengths()).allMatch(length -> length <= size);
            // But they are not much shorter than need be.
            assertThat(talk.wire(role).lengths()).anyMatch(length -> length > size - 128);
        }
        if (!suite.isEmpty()) {
            assertThat(talk.engine(Role.CLIENT).getSession().getCipherSuite()).isEqualTo(suite);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void onlyWhoSaysSoSendsShortRecords(Course course) {
        Conversation talk = Conversation.between(
                parameters(course.client(), "", one -> one.setMaximumPacketSize(1000)), course.server(), Plan.plain());
        talk.handshake().carries(Role.CLIENT, Data.of(20_000)).carries(Role.SERVER, Data.of(20_000));
        assertThat(talk.wire(Role.CLIENT).lengths()).allMatch(length -> length <= 1000);
        assertThat(talk.wire(Role.SERVER).lengths()).anyMatch(length -> length > 10_000);
    }

    /** The application's word for "as long as the standard allows". */
    @Test
    void withoutASizeRecordsAreAsLongAsTheyMayBe() {
        SSLEngine client = Course.TLS13.client();
        assertThat(client.getSSLParameters().getMaximumPacketSize()).isZero();
        Conversation talk = Conversation.between(
                parameters(client, "", one -> one.setMaximumPacketSize(0)), Course.TLS13.server(), Plan.plain());
        talk.handshake().carries(Role.CLIENT, Data.of(16_384));
        assertThat(talk.wire(Role.CLIENT).lengths()).anyMatch(length -> length > 16_384);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aServerMayFollowTheClientsOrderOfSuites(Course course) {
        String[] suites = course.tls13()
                ? new String[] {"TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"}
                : new String[] {"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"};
        String[] reversed = {suites[1], suites[0]};
        assertThat(agreed(course, suites, reversed, true)).isEqualTo(reversed[0]);
        assertThat(agreed(course, reversed, suites, true)).isEqualTo(suites[0]);
        assertThat(agreed(course, suites, reversed, false)).isEqualTo(suites[0]);
        assertThat(agreed(course, reversed, suites, false)).isEqualTo(reversed[0]);
    }

    private static String agreed(Course course, String[] clients, String[] servers, boolean ownOrder) {
        SSLEngine client = course.client();
        client.setEnabledCipherSuites(clients);
        SSLEngine server = course.server();
        assertThat(server.getSSLParameters().getUseCipherSuitesOrder()).isTrue();
        server.setEnabledCipherSuites(servers);
        parameters(server, "", one -> one.setUseCipherSuitesOrder(ownOrder));
        assertThat(server.getSSLParameters().getUseCipherSuitesOrder()).isEqualTo(ownOrder);
        Conversation.between(client, server, Plan.plain()).handshake();
        return server.getSession().getCipherSuite();
    }

    /** It is about DTLS, which does not exist here. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void retransmissionsAreKeptAndChangeNothing(Course course) {
        SSLEngine client = course.client();
        assertThat(client.getSSLParameters().getEnableRetransmissions()).isTrue();
        parameters(client, "", one -> one.setEnableRetransmissions(false));
        assertThat(client.getSSLParameters().getEnableRetransmissions()).isFalse();
        Conversation usual = course.connected(Plan.plain());
        Conversation without =
                Conversation.between(client, course.server(), Plan.plain()).handshake();
        for (Role role : Role.values()) {
            assertThat(without.wire(role).lengths())
                    .hasSameSizeAs(usual.wire(role).lengths());
        }
        without.carries(Role.CLIENT, Data.of(10)).carries(Role.SERVER, Data.of(10));
    }

    private static SSLEngine parameters(SSLEngine engine, String suite, Consumer<SSLParameters> change) {
        SSLParameters parameters = engine.getSSLParameters();
        change.accept(parameters);
        if (!suite.isEmpty()) parameters.setCipherSuites(new String[] {suite});
        engine.setSSLParameters(parameters);
        return engine;
    }
}
