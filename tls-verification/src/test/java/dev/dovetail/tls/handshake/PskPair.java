package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.testkit.Pairing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client and a server that have a key in common, and no certificate. */
final class PskPair {

    static final String NAME = "a key";

    private PskPair() {}

    static PreSharedKey key(String name) {
        return PreSharedKey.of(name, filled(32, 7));
    }

    static PreSharedKey otherKey(String name) {
        return PreSharedKey.of(name, filled(32, 8));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static ClientConfig.Builder client() {
        return client(Selection.modern(TestBed.CATALOG));
    }

    static ServerConfig.Builder server() {
        return server(Selection.modern(TestBed.CATALOG));
    }

    /** With every PSK suite of TLS 1.2 that need not be named. */
    static ClientConfig.Builder client12() {
        return client(tls12());
    }

    static ServerConfig.Builder server12() {
        return server(tls12());
    }

    static Selection tls12() {
        return TestBed.only(Selection.compatible(TestBed.CATALOG), ProtocolVersion.TLS_1_2)
                .suites(TestBed.CATALOG.usable().stream()
                        .filter(suite -> suite.suite().authentication().preShared())
                        .filter(suite -> !suite.suite().authentication().certificate())
                        .map(UsableSuite::toString)
                        .toArray(String[]::new));
    }

    static ClientConfig.Builder client(Selection selection) {
        return ClientConfig.of(selection)
                .serverName(Pairing.SERVER_NAME)
                .verifier(TestBed.PAIR.client().build().verifier())
                .preSharedKeys(ClientPreSharedKeys.of(key(NAME)));
    }

    static ServerConfig.Builder server(Selection selection) {
        return ServerConfig.of(selection).preSharedKeys(ServerPreSharedKeys.of(key(NAME)));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
