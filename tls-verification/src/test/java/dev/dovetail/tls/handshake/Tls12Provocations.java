package dev.dovetail.tls.handshake;

import static dev.dovetail.tls.api.Role.CLIENT;
import static dev.dovetail.tls.api.Role.SERVER;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.testkit.Pairing;
import java.util.EnumMap;
import java.util.Map;

/** What can go wrong in TLS 1.2 only. */
final class Tls12Provocations {

    private static final Pairing PAIR = TestBed.only(ProtocolVersion.TLS_1_2);

    private Tls12Provocations() {}

    static Map<Fault, Provocation> all() {
        Map<Fault, Provocation> all = new EnumMap<>(Fault.class);
        features(all);
        all.put(
                Fault.CLIENT_CERTIFICATE_REFUSED,
                () -> Wrongdoing.towards(
                        SERVER,
                        PAIR.client(),
                        PAIR.server().clientAuthentication(ClientAuthentication.REQUIRED),
                        MessageChange.none()));
        // RFC 8422 5.4: curve_type named_curve is 3.
        all.put(
                Fault.KEY_EXCHANGE_BAD,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        PAIR.server(),
                        MessageChange.of(SERVER, 12, message -> Messages.set(message, 0, 1))));
        all.put(
                Fault.RENEGOTIATION_REFUSED,
                () -> Wrongdoing.afterHandshake(CLIENT, PAIR.client(), PAIR.server(), between -> {
                    for (int i = 0; i < 33; i++) between.inject(CLIENT, 22, Messages.of(0));
                }));
        all.put(Fault.KEY_WORN_OUT, Tls12Provocations::keyWornOut);
        finiteFields(all);
        return all;
    }

    /** Numbers of Diffie-Hellman: a prime of five bits from the server, and 1 for a share from the client. */
    private static void finiteFields(Map<Fault, Provocation> all) {
        Selection selection =
                PAIR.selection().suites("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256").groups("ffdhe2048");
        Pairing pair = PAIR.with(Request.server(Pairing.SERVER_NAME).key(KeyKind.RSA_2048))
                .with(selection);
        all.put(
                Fault.FINITE_FIELD_REFUSED,
                () -> Wrongdoing.towards(
                        CLIENT,
                        pair.client(),
                        pair.server(),
                        MessageChange.of(
                                SERVER, 12, message -> Messages.of(12, new byte[] {0, 1, 23, 0, 1, 5, 0, 1, 4}))));
        all.put(
                Fault.SHARE_OUT_OF_RANGE,
                () -> Wrongdoing.towards(
                        SERVER,
                        pair.client(),
                        pair.server(),
                        MessageChange.of(CLIENT, 16, message -> Messages.of(16, (byte) 0, (byte) 1, (byte) 1))));
    }

    private static void features(Map<Fault, Provocation> all) {
        all.put(
                Fault.ENCRYPT_THEN_MAC_BAD,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.with(PAIR.selection()).client(),
                        PAIR.server(),
                        MessageChange.of(SERVER, 2, HelloEdit.edit(hello -> hello.put(HelloEdit.ENCRYPT_THEN_MAC)))));
        all.put(
                Fault.RENEGOTIATION_INFO_BAD,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        PAIR.server(),
                        MessageChange.of(
                                SERVER,
                                2,
                                HelloEdit.edit(hello -> hello.put(HelloEdit.RENEGOTIATION_INFO, (byte) 1, (byte) 7)))));
        all.put(
                Fault.RENEGOTIATION_INFO_MISSING,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        PAIR.server(),
                        MessageChange.of(
                                SERVER, 2, HelloEdit.edit(hello -> hello.drop(HelloEdit.RENEGOTIATION_INFO)))));
        all.put(
                Fault.EXTENDED_MASTER_SECRET_MISSING,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client().requireExtendedMasterSecret(),
                        PAIR.server(),
                        MessageChange.of(
                                SERVER, 2, HelloEdit.edit(hello -> hello.drop(HelloEdit.EXTENDED_MASTER_SECRET)))));
    }

    /** TLS 1.2 can't change keys: the connection ends in order before the key's limit. */
    private static Wrongdoing keyWornOut() {
        Selection selection = TestBed.only(ShortLivedAead.selection(ShortLivedAead.TLS_1_2), ProtocolVersion.TLS_1_2);
        return Wrongdoing.afterHandshake(
                CLIENT, PAIR.with(selection).client(), PAIR.with(selection).server(), between -> {
                    for (int i = 0;
                            i < ShortLivedAead.LIMIT
                                    && between.loopback().client().failure().isEmpty();
                            i++) {
                        try {
                            between.loopback().client().write(new byte[1]);
                            between.loopback().pump();
                        } catch (dev.dovetail.tls.api.TlsFault worn) {
                            return;
                        }
                    }
                });
    }
}
