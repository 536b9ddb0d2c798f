package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;

/** Both ends of a connection under one suite or group, whichever of the catalog it is: a key of every kind is at hand. */
final class AnySuite {

    private AnySuite() {}

    static Loopback loopback(String suite) {
        return loopback(selection().suites(suite));
    }

    static Loopback loopback(ProtocolVersion version, String group) {
        return loopback(TestBed.only(selection(), version).groups(group));
    }

    private static Loopback loopback(Selection selection) {
        Pairing pair = TestBed.PAIR.with(selection);
        ServerConfig.Builder server = pair.server().preSharedKeys(ServerPreSharedKeys.of(PskPair.key(PskPair.NAME)));
        for (KeyKind kind : KeyKind.values()) {
            if (kind != KeyKind.RSA_4096) server.credential(TestBed.server(kind));
        }
        ClientConfig.Builder client = pair.client();
        if (selection.suites().get(0).suite().authentication().preShared()) {
            client.preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME)));
        }
        return Loopback.between(client, server);
    }

    private static Selection selection() {
        String[] schemes = TestBed.CATALOG.signatureSchemes().stream()
                .map(SignatureScheme::name)
                .toArray(String[]::new);
        return Selection.compatible(TestBed.CATALOG)
                .groups(TestBed.CATALOG.groups().stream().map(NamedGroup::name).toArray(String[]::new))
                .signing(schemes)
                .verifying(schemes);
    }
}
