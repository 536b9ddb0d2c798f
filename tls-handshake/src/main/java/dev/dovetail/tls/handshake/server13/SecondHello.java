package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.extension.CookieExtension;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.PaddingExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Identity;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Offered;
import dev.dovetail.tls.handshake.message.ClientHello;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What may differ between the first and the second ClientHello (RFC 8446 4.1.2). */
final class SecondHello {

    private static final Set<Integer> MAY_CHANGE = Set.of(
            KeyShareExtension.INSTANCE.code(),
            CookieExtension.INSTANCE.code(),
            EarlyDataExtension.INSTANCE.code(),
            PreSharedKeyExtension.INSTANCE.code(),
            PaddingExtension.INSTANCE.code());

    private SecondHello() {}

    static void refuseChanges(ClientHello first, ClientHello second) {
        refuse("legacy_version", first.legacyVersion() == second.legacyVersion());
        refuse("random", Arrays.equals(first.random(), second.random()));
        refuse("legacy_session_id", Arrays.equals(first.sessionId(), second.sessionId()));
        refuse("cipher_suites", first.suites().equals(second.suites()));
        // Behind a retry there is no early data, so the first hello's offer has to be taken back.
        refuse("early_data", !second.extensions().has(EarlyDataExtension.INSTANCE));
        refuse("the pre-shared keys", onlyFewerKeys(first, second));
        refuse("the set or order of extensions", fixed(first).equals(fixed(second)));
        for (int code : fixed(first)) {
            refuse(
                    "extension " + code,
                    Arrays.equals(
                            first.extensions().data(code).orElseThrow(),
                            second.extensions().data(code).orElseThrow()));
        }
    }

    /** RFC 8446 4.1.2: keys that do not go with the suite may be left out; none may be new, and their order stays. */
    private static boolean onlyFewerKeys(ClientHello first, ClientHello second) {
        Iterator<Identity> before = identities(first).iterator();
        for (Identity key : identities(second)) {
            boolean found = false;
            while (!found && before.hasNext()) {
                found = Arrays.equals(before.next().identity(), key.identity());
            }
            if (!found) return false;
        }
        return true;
    }

    private static List<Identity> identities(ClientHello hello) {
        return hello.find(PreSharedKeyExtension.INSTANCE)
                .map(value -> ((Offered) value).identities())
                .orElse(List.of());
    }

    private static List<Integer> fixed(ClientHello hello) {
        return hello.extensions().order().stream()
                .filter(code -> !MAY_CHANGE.contains(code))
                .toList();
    }

    private static void refuse(String what, boolean same) {
        if (!same) throw Fault.SECOND_HELLO_CHANGED.because("%s", what);
    }
}
