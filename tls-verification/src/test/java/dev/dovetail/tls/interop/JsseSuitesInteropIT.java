package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.handshake.ConnectionInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every suite with every kind of certificate that fits it, both ways, against the JDK's TLS. */
class JsseSuitesInteropIT {

    /** Suites of ours that the JDK's TLS does not have, for which these tests therefore say nothing. */
    private static final Set<String> NOT_IN_JSSE = Set.of();

    static Stream<SuiteCase> cases() {
        return SuiteCase.all().filter(test -> !NOT_IN_JSSE.contains(test.suite().name()));
    }

    @Test
    void theJdkHasEverySuiteExceptThoseThatAreListed() {
        List<String> supported =
                List.of(Jsse.context().getSupportedSSLParameters().getCipherSuites());

        Set<String> missing = new TreeSet<>();
        for (CipherSuite suite : Dovetail.suites()) if (!supported.contains(suite.name())) missing.add(suite.name());

        assertThat(missing)
                .as("the tests' JVM needs -Djava.security.properties=src/test/interop.security")
                .isEqualTo(NOT_IN_JSSE);
        assertThat(Dovetail.suites()).hasSizeGreaterThanOrEqualTo(23);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourClientTalksToTheJdksServer(SuiteCase test) {
        Pair pair = new Pair(
                DovetailEnd.client(Dovetail.client(Dovetail.only(test.suite()))),
                new JsseEnd(Jsse.server(
                        Jsse.context(Pki.server(test.kind())),
                        Jsse.suite(test.version(), test.suite().name()))));

        pair.handshake().talk();

        agreed(test, pair);
        assertThat(pair.dovetail().info().peerChain())
                .isEqualTo(Pki.server(test.kind()).chain());
        pair.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theJdksClientTalksToOurServer(SuiteCase test) {
        Pair pair = new Pair(
                DovetailEnd.server(Dovetail.server(Dovetail.only(test.suite()), Pki.server(test.kind()))),
                new JsseEnd(Jsse.client(
                        Jsse.context(), Jsse.suite(test.version(), test.suite().name()))));

        pair.handshake().talk();

        agreed(test, pair);
        assertThat(pair.dovetail().info().ownChain())
                .isEqualTo(Pki.server(test.kind()).chain());
        pair.close();
    }

    private static void agreed(SuiteCase test, Pair pair) {
        ConnectionInfo info = pair.dovetail().info();
        assertThat(info.version()).isEqualTo(test.version());
        assertThat(info.suite().suite()).isEqualTo(test.suite());
        assertThat(info.extendedMasterSecret()).isTrue();
        assertThat(pair.jsse().session().getCipherSuite())
                .isEqualTo(test.suite().name());
        assertThat(pair.jsse().session().getProtocol()).isEqualTo(Jsse.name(test.version()));
    }
}
