package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HelloRetryRequest, both ways, against the JDK's TLS. */
class JsseGroupsInteropIT {

    /** Groups of ours that the JDK's TLS does not have. */
    static Stream<String> groups() {
        return GroupCase.groups(ProtocolVersion.TLS_1_3);
    }

    @Test
    void allGroupsAreThere() {
        assertThat(groups()).contains("x25519", "x448", "secp256r1", "secp384r1", "secp521r1");
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
