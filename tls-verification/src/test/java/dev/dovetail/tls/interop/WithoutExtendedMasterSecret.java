package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.List;

/** Handshakes with the JDK's TLS in a JVM of its own, where its extended_master_secret is off: that holds for all of one. */
final class WithoutExtendedMasterSecret {

    /** What it says at the end. */
    static final String ALL_WELL = "All connections went without it: ";

    private static final ProtocolVersion VERSION = ProtocolVersion.TLS_1_2;

    private WithoutExtendedMasterSecret() {}

    /**
     * Connects with each suite of TLS 1.2, both ways.
     *
     * @param none there are no arguments
     */
    public static void main(String[] none) {
        List<CipherSuite> suites = suites();
        for (CipherSuite suite : suites) {
            KeyKind kind = Dovetail.kind(suite);
            check(new Pair<>(
                    DovetailEnd.client(Dovetail.client(Dovetail.only(suite))),
                    new JsseEnd(Jsse.server(Jsse.context(Pki.server(kind)), Jsse.suite(VERSION, suite.name())))));
            check(new Pair<>(
                    DovetailEnd.server(Dovetail.server(Dovetail.only(suite), Pki.server(kind))),
                    new JsseEnd(Jsse.client(Jsse.context(), Jsse.suite(VERSION, suite.name())))));
        }
        refusedWhereItIsDemanded();
        System.out.println(ALL_WELL + suites.size());
    }

    /** The suites of both that need not be named. */
    static List<CipherSuite> suites() {
        return Dovetail.selection().suites(VERSION).stream()
                .map(UsableSuite::suite)
                .filter(new JssePartner()::has)
                .toList();
    }

    private static void check(Pair<JsseEnd> pair) {
        pair.handshake().talk(1000);
        assertThat(pair.dovetail().info().extendedMasterSecret()).isFalse();
        pair.close();
    }

    private static void refusedWhereItIsDemanded() {
        Pair<JsseEnd> ours = new Pair<>(
                        DovetailEnd.client(Dovetail.client(Dovetail.selection()).requireExtendedMasterSecret()),
                        new JsseEnd(Jsse.server(Jsse.context(Pki.server(KeyKind.EC_P256)), Jsse.version(VERSION))))
                .pump();
        Pair<JsseEnd> theirs = new Pair<>(
                        DovetailEnd.server(Dovetail.server(Dovetail.selection(), Pki.server(KeyKind.EC_P256))
                                .requireExtendedMasterSecret()),
                        new JsseEnd(Jsse.client(Jsse.context(), Jsse.version(VERSION))))
                .pump();
        for (Pair<JsseEnd> pair : List.of(ours, theirs)) {
            assertThat(pair.dovetail().failure()).map(TlsFault::fault).contains(Fault.EXTENDED_MASTER_SECRET_MISSING);
            assertThat(pair.peer().failure().orElseThrow()).hasMessageContaining("handshake_failure");
        }
    }
}
