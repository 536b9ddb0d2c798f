package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every group in every version, both ways, against the JDK's TLS, with and without HelloRetryRequest. */
class JsseGroupsInteropIT {

    /** Groups of ours that the JDK's TLS does not have. */

    /** JSSE's client sends a share of the first group of each kind; for the others it has to be asked. */
    private static final Set<String> SHARED_BY_JSSE = Set.of("x25519", "secp256r1");

    static Stream<String> groups() {
        return GroupCase.groups(ProtocolVersion.TLS_1_3);
    }

    static Stream<GroupCase> cases() {
        return GroupCase.all();
    }

    @Test
    void allGroupsAreThere() {
        assertThat(groups()).contains("x25519", "x448", "secp256r1", "secp384r1", "secp521r1");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourClientOffersOneGroupToTheJdksServer(GroupCase test) {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.client(Dovetail.client(test.only())),
                new JsseEnd(Jsse.server(Jsse.context(Pki.server(KeyKind.RSA_2048)), Jsse.version(test.version()))));

        pair.handshake().talk(100);

        agreed(test, pair);
        assertThat(pair.dovetail().info().helloRetried()).isFalse();
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourServerTakesOneGroupOfTheJdksClient(GroupCase test) {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.server(Dovetail.server(test.only(), Pki.server(KeyKind.RSA_2048))),
                new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(test.version()))));

        pair.handshake().talk(100);

        agreed(test, pair);
        boolean asked = test.version().equals(ProtocolVersion.TLS_1_3) && !SHARED_BY_JSSE.contains(test.group());
        assertThat(pair.dovetail().info().helloRetried()).isEqualTo(asked);
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void theJdksServerAsksOurClientForAnotherGroup(String group) {
        GroupCase test = new GroupCase(ProtocolVersion.TLS_1_3, group);
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.client(Dovetail.client(test.withAnotherFirst())),
                new JsseEnd(Jsse.server(Jsse.context(Pki.server(KeyKind.RSA_2048)), only(group))));

        pair.handshake().talk(100);

        assertThat(pair.dovetail().info().helloRetried()).isTrue();
        agreed(test, pair);
        pair.close();
    }

    @Test
    void ourServersCookieComesBackFromTheJdksClient() {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.server(Dovetail.server(
                                Dovetail.only(ProtocolVersion.TLS_1_3).groups("secp521r1"), Pki.server(KeyKind.EC_P256))
                        .retryCookie()),
                new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(ProtocolVersion.TLS_1_3))));

        pair.handshake().talk(100);

        assertThat(pair.dovetail().info().helloRetried()).isTrue();
        pair.close();
    }

    @Test
    void withoutAnyShareTheJdksServerAsksForOne() {
        Pair<JsseEnd> pair = new Pair<>(
                DovetailEnd.client(
                        Dovetail.client(Dovetail.only(ProtocolVersion.TLS_1_3).keyShares(new String[0]))),
                new JsseEnd(
                        Jsse.server(Jsse.context(Pki.server(KeyKind.EC_P256)), Jsse.version(ProtocolVersion.TLS_1_3))));

        pair.handshake().talk(100);

        assertThat(pair.dovetail().info().helloRetried()).isTrue();
        assertThat(pair.dovetail().witness().messages(Direction.WRITE, "ClientHello"))
                .isEqualTo(2);
        pair.close();
    }

    private static void agreed(GroupCase test, Pair<JsseEnd> pair) {
        assertThat(pair.dovetail().info().version()).isEqualTo(test.version());
        assertThat(pair.dovetail().info().group()).map(NamedGroup::name).contains(test.group());
    }

    private static Consumer<SSLParameters> only(String group) {
        return Jsse.version(ProtocolVersion.TLS_1_3)
                .andThen(parameters -> parameters.setAlgorithmConstraints(GroupConstraints.only(group)));
    }
}
