package dev.dovetail.tls.handshake;

import static dev.dovetail.tls.api.Role.CLIENT;
import static dev.dovetail.tls.api.Role.SERVER;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.testkit.Pairing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ends that find nothing in common, and ends whose own side is at fault. */
final class NegotiationProvocations {

    private static final Pairing PAIR = TestBed.PAIR;

    private NegotiationProvocations() {}

    static Map<Fault, Provocation> all() {
        Map<Fault, Provocation> all = new EnumMap<>(Fault.class);
        nothingInCommon(all);
        ownFaults(all);
        ends(all);
        return all;
    }

    private static void nothingInCommon(Map<Fault, Provocation> all) {
        all.put(
                Fault.NO_COMMON_VERSION,
                () -> run(
                        SERVER,
                        TestBed.only(ProtocolVersion.TLS_1_2).client(),
                        TestBed.only(ProtocolVersion.TLS_1_3).server()));
        all.put(
                Fault.FALLBACK_INAPPROPRIATE,
                () -> run(SERVER, TestBed.only(ProtocolVersion.TLS_1_2).client().fallback(), PAIR.server()));
        all.put(
                Fault.NO_COMMON_SUITE,
                () -> run(
                        SERVER,
                        pair(PAIR.selection().suites("TLS_AES_128_GCM_SHA256")).client(),
                        pair(PAIR.selection().suites("TLS_AES_256_GCM_SHA384")).server()));
        all.put(
                Fault.NO_COMMON_GROUP,
                () -> run(
                        SERVER,
                        pair(tls13().groups("x25519")).client(),
                        pair(tls13().groups("secp521r1")).server()));
        all.put(
                Fault.NO_COMMON_SIGNATURE_SCHEME,
                () -> run(SERVER, pair(tls13().verifying("ed25519")).client(), PAIR.server()));
        all.put(
                Fault.NO_COMMON_APPLICATION_PROTOCOL,
                () -> run(
                        SERVER,
                        PAIR.client().applicationProtocols("h2"),
                        PAIR.server().applicationProtocols("http/1.1")));
        all.put(
                Fault.SERVER_NAME_UNKNOWN,
                () -> run(
                        SERVER,
                        PAIR.client().serverName("other.test"),
                        PAIR.server().refuseUnknownNames()));
    }

    private static void ownFaults(Map<Fault, Provocation> all) {
        all.put(
                Fault.CONFIGURATION,
                () -> run(
                        SERVER,
                        PAIR.client().applicationProtocols("h2"),
                        PAIR.server().protocolChooser((offered, handshake) -> ProtocolChoice.use("h3"))));
        all.put(Fault.INTERNAL, () -> run(SERVER, PAIR.client(), PAIR.server().random(new BrokenRandom())));
        all.put(Fault.EXTENSION_REFUSED, () -> {
            Selection selection = with(new RefusingExtension()).extensions("refusing");
            return run(SERVER, pair(selection).client(), pair(selection).server());
        });
    }

    private static void ends(Map<Fault, Provocation> all) {
        all.put(
                Fault.CANCELLED,
                () -> Wrongdoing.atOnce(CLIENT, PAIR.client(), PAIR.server(), between -> {
                    between.loopback().step(CLIENT);
                    between.loopback().client().engine().closeWrite();
                }));
        all.put(
                Fault.TRUNCATED,
                () -> Wrongdoing.afterHandshake(
                        CLIENT,
                        PAIR.client(),
                        PAIR.server(),
                        between -> between.loopback().client().engine().transportEnded()));
    }

    /** All parts of the class path, and some more. */
    static Selection with(Object... more) {
        List<Object> parts = new ArrayList<>(TestBed.CATALOG.parts());
        for (var provider : java.util.ServiceLoader.load(dev.dovetail.tls.api.spi.SuiteProvider.class)) {
            parts.add(provider);
        }
        parts.addAll(List.of(more));
        return Selection.compatible(Catalog.of(parts.toArray()));
    }

    private static Selection tls13() {
        return TestBed.only(PAIR.selection(), ProtocolVersion.TLS_1_3);
    }

    private static Pairing pair(Selection selection) {
        return PAIR.with(selection);
    }

    private static Wrongdoing run(Role victim, ClientConfig.Builder client, ServerConfig.Builder server) {
        return Wrongdoing.towards(victim, client, server, MessageChange.none());
    }
}
