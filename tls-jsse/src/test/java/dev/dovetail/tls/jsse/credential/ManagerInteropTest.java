package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Managers of either provider in contexts of either, both ends with certificates. */
class ManagerInteropTest {

    private static final Authority ROOT = Authority.create("root");

    static Stream<Arguments> combinations() {
        return Stream.of("TLSv1.2", "TLSv1.3")
                .flatMap(protocol -> Stream.of(KeyKind.EC_P256, KeyKind.RSA_2048, KeyKind.ED25519)
                        .flatMap(kind -> Stream.of(true, false)
                                .flatMap(ownContext -> Stream.of(true, false)
                                        .map(ownManagers -> Arguments.of(protocol, kind, ownContext, ownManagers)))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void bothEndsProveWhoTheyAre(String protocol, KeyKind kind, boolean ownContext, boolean ownManagers)
            throws Exception {
        Issued serverKey =
                ROOT.intermediate("between").issue(Request.server(Contexts.HOST).key(kind));
        Issued clientKey = ROOT.issue(Request.client("client").key(kind));
        SSLContext tested = context(ownContext, ownManagers, serverKey);
        SSLContext testedClient = context(ownContext, ownManagers, clientKey);
        SSLContext peer = Contexts.jdk(Contexts.jdkKeys(serverKey), Contexts.jdkTrust(ROOT));
        SSLContext peerClient = Contexts.jdk(Contexts.jdkKeys(clientKey), Contexts.jdkTrust(ROOT));
        for (EnginePair pair : List.of(
                new EnginePair(Contexts.client(testedClient), Contexts.server(tested)),
                new EnginePair(Contexts.client(testedClient), Contexts.server(peer)),
                new EnginePair(Contexts.client(peerClient), Contexts.server(tested)))) {
            Contexts.enable(pair, protocol);
            pair.server.engine.setNeedClientAuth(true);
            assertThat(pair.run().talks())
                    .as("client %s, server %s", pair.client.failure, pair.server.failure)
                    .isTrue();
            assertThat(pair.client.engine.getSession().getPeerCertificates()[0]).isEqualTo(serverKey.certificate());
            assertThat(pair.server.engine.getSession().getPeerCertificates()[0]).isEqualTo(clientKey.certificate());
        }
    }

    private static SSLContext context(boolean ownContext, boolean ownManagers, Issued issued) {
        KeyManager[] keys = ownManagers ? Contexts.keys(issued) : Contexts.jdkKeys(issued);
        TrustManager[] trust = ownManagers ? Contexts.trust(ROOT) : Contexts.jdkTrust(ROOT);
        return ownContext ? Contexts.dovetail(keys, trust) : Contexts.jdk(keys, trust);
    }
}
