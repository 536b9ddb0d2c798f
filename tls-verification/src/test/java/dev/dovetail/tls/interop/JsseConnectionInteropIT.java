package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.record.PaddingPolicy;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens on a standing connection with the JDK's TLS. The role is ours. */
class JsseConnectionInteropIT {

    record Case(ProtocolVersion version, Role role) {
        @Override
        public String toString() {
            return version + ", we are the " + role;
        }
    }

    static Stream<Case> cases() {
        return Dovetail.VERSIONS.stream()
                .flatMap(version -> Stream.of(Role.values()).map(role -> new Case(version, role)));
    }

    @ParameterizedTest
    @EnumSource
    void theJdkChangesItsKeysAndWeFollow(Role role) throws SSLException {
        Pair<JsseEnd> pair =
                pair(new Case(ProtocolVersion.TLS_1_3, role)).handshake().talk(100);

        for (int i = 0; i < 3; i++) {
            pair.peer().handshakeAgain();
            pair.pump().talk(5000);
        }

        assertThat(pair.dovetail().witness().messages(Direction.READ, "KeyUpdate"))
                .isEqualTo(3);
        assertThat(pair.dovetail().witness().messages(Direction.WRITE, "KeyUpdate"))
                .isEqualTo(3);
        pair.close();
    }

    @ParameterizedTest
    @EnumSource
    void weChangeOurKeysAndTheJdkFollows(Role role) {
        Pair<JsseEnd> pair =
                pair(new Case(ProtocolVersion.TLS_1_3, role)).handshake().talk(100);

        for (int i = 0; i < 3; i++) {
            pair.dovetail().engine().updateKeys(true);
            pair.pump().talk(5000);
        }

        assertThat(pair.dovetail().witness().messages(Direction.WRITE, "KeyUpdate"))
                .isEqualTo(3);
        assertThat(pair.dovetail().witness().messages(Direction.READ, "KeyUpdate"))
                .isEqualTo(3);
        pair.close();
    }

    @ParameterizedTest
    @EnumSource
    void ourKeysAloneCanChange(Role role) {
        Pair<JsseEnd> pair = pair(new Case(ProtocolVersion.TLS_1_3, role)).handshake();

        pair.dovetail().engine().updateKeys(false);
        pair.pump().talk(5000);

        assertThat(pair.dovetail().witness().messages(Direction.READ, "KeyUpdate"))
                .isZero();
        pair.close();
    }

    @ParameterizedTest
    @EnumSource
    void weGoOnSendingAfterTheJdkClosedItsSide(Role role) {
        Pair<JsseEnd> pair = pair(new Case(ProtocolVersion.TLS_1_3, role)).handshake();

        pair.peer().closeWrite();
        pair.pump();

        assertThat(pair.dovetail().engine().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
        pair.carries(pair.dovetail(), pair.peer(), 20_000);
        pair.close();
    }

    @ParameterizedTest
    @EnumSource
    void theJdkGoesOnSendingAfterWeClosedOurSide(Role role) {
        Pair<JsseEnd> pair = pair(new Case(ProtocolVersion.TLS_1_3, role)).handshake();

        pair.dovetail().closeWrite();
        pair.pump();

        assertThat(pair.peer().readClosed()).isTrue();
        pair.carries(pair.peer(), pair.dovetail(), 20_000);
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCutConnectionIsNotTakenForAClosedOne(Case test) {
        Pair<JsseEnd> pair = pair(test).handshake().talk(100);

        pair.dovetail().engine().transportEnded();

        assertThat(pair.dovetail().engine().ending()).isEqualTo(Ending.TRUNCATED);
        assertThatThrownBy(() -> pair.peer().engine().closeInbound()).isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void renegotiationIsRefusedByAWarning(Role role) throws SSLException {
        Pair<JsseEnd> pair =
                pair(new Case(ProtocolVersion.TLS_1_2, role)).handshake().talk(100);

        pair.peer().handshakeAgain();
        pair.pump();

        assertThat(pair.dovetail().witness().alerts(Direction.WRITE)).containsExactly("no_renegotiation_RESERVED");
        // RFC 5246 7.2.2 leaves it to the one who asked whether to go on. The JDK does not.
        assertThat(pair.dovetail().witness().alerts(Direction.READ)).containsExactly("handshake_failure");
        assertThat(pair.dovetail().failure()).map(TlsFault::fault).contains(Fault.ALERT_RECEIVED);
        assertThat(pair.peer().failure().orElseThrow()).hasMessageContaining("no_renegotiation");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bytesMayComeOneAtATime(Case test) {
        Pair<JsseEnd> pair = pair(test);
        for (int i = 0; i < 20; i++) {
            for (byte one : pair.peer().flight()) pair.dovetail().take(new byte[] {one});
            for (byte one : pair.dovetail().flight()) pair.peer().take(new byte[] {one});
        }

        pair.handshake().talk(3000);

        pair.close();
    }

    @ParameterizedTest
    @EnumSource
    void theJdkReadsPaddedRecords(Role role) {
        PaddingPolicy padding = PaddingPolicy.toMultipleOf(512);
        Pair<JsseEnd> pair = role == Role.CLIENT
                ? new Pair<>(
                        DovetailEnd.client(Dovetail.client(Dovetail.selection()).padding(padding)),
                        jdksServer(jdk(), ProtocolVersion.TLS_1_3))
                : new Pair<>(
                        DovetailEnd.server(Dovetail.server(Dovetail.selection(), Pki.server(KeyKind.EC_P256))
                                .padding(padding)),
                        jdksClient(Jsse.context(), ProtocolVersion.TLS_1_3));

        pair.handshake().talk();

        pair.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSecondConnectionOfTheSameJdkContextsIsAFullHandshake(Case test) {
        SSLContext jdk = test.role() == Role.CLIENT ? jdk() : Jsse.context();
        for (int i = 0; i < 2; i++) {
            Pair<JsseEnd> pair = pair(test, jdk).handshake().talk(10);

            assertThat(pair.dovetail().info().resumed()).isFalse();
            pair.close();
        }
    }

    private static Pair<JsseEnd> pair(Case test) {
        return pair(test, test.role() == Role.CLIENT ? jdk() : Jsse.context());
    }

    private static Pair<JsseEnd> pair(Case test, SSLContext jdk) {
        if (test.role() == Role.CLIENT) {
            return new Pair<>(
                    DovetailEnd.client(Dovetail.client(Dovetail.only(test.version()))),
                    jdksServer(jdk, test.version()));
        }
        return new Pair<>(
                DovetailEnd.server(Dovetail.server(Dovetail.only(test.version()), Pki.server(KeyKind.EC_P256))),
                jdksClient(jdk, test.version()));
    }

    private static SSLContext jdk() {
        return Jsse.context(Pki.server(KeyKind.EC_P256));
    }

    private static JsseEnd jdksServer(SSLContext context, ProtocolVersion version) {
        return new JsseEnd(Jsse.server(context, Jsse.version(version)));
    }

    private static JsseEnd jdksClient(SSLContext context, ProtocolVersion version) {
        return new JsseEnd(Jsse.client(context, Jsse.version(version)));
    }
}
