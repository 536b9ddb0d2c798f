package dev.dovetail.tls.handshake;

import static dev.dovetail.tls.api.Role.CLIENT;
import static dev.dovetail.tls.api.Role.SERVER;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import java.util.EnumMap;
import java.util.Map;

/** What can go wrong with keys that both sides should have. */
final class PskProvocations {

    private PskProvocations() {}

    static Map<Fault, Provocation> all() {
        Map<Fault, Provocation> all = new EnumMap<>(Fault.class);
        all.put(
                Fault.PRE_SHARED_KEY_UNKNOWN,
                () -> Wrongdoing.towards(
                        SERVER,
                        PskPair.client().preSharedKeys(ClientPreSharedKeys.of(PskPair.key("nobody"))),
                        PskPair.server(),
                        MessageChange.none()));
        all.put(
                Fault.PRE_SHARED_KEY_MISSING,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PskPair.client12().preSharedKeys(ClientPreSharedKeys.of()),
                        PskPair.server12(),
                        MessageChange.none()));
        all.put(
                Fault.BINDER_WRONG,
                () -> Wrongdoing.towards(
                        SERVER,
                        PskPair.client(),
                        PskPair.server().preSharedKeys(ServerPreSharedKeys.of(PskPair.otherKey(PskPair.NAME))),
                        MessageChange.none()));
        return all;
    }
}
