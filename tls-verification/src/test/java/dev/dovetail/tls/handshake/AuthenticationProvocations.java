package dev.dovetail.tls.handshake;

import static dev.dovetail.tls.api.Role.CLIENT;
import static dev.dovetail.tls.api.Role.SERVER;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import dev.dovetail.tls.testkit.Pairing;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Peers that are not who they should be, or do not prove it. */
final class AuthenticationProvocations {

    private static final Pairing PAIR = TestBed.PAIR;

    private AuthenticationProvocations() {}

    static Map<Fault, Provocation> all() {
        Map<Fault, Provocation> all = new EnumMap<>(Fault.class);
        lists(all);
        chains(all);
        signatures(all);
        requests(all);
        return all;
    }

    private static void lists(Map<Fault, Provocation> all) {
        all.put(
                Fault.CERTIFICATE_MISSING,
                () -> Wrongdoing.towards(
                        SERVER,
                        PAIR.client(),
                        PAIR.server().clientAuthentication(ClientAuthentication.REQUIRED),
                        MessageChange.none()));
        all.put(Fault.CERTIFICATE_LIST_EMPTY, () -> changed(11, message -> Messages.of(11, new byte[4])));
        all.put(
                Fault.CERTIFICATE_MALFORMED,
                () -> changed(11, message -> Messages.of(11, new byte[] {0, 0, 0, 6, 0, 0, 1, 7, 0, 0})));
        all.put(
                Fault.CERTIFICATE_CONTEXT_BAD,
                () -> changed(11, message -> Messages.of(11, Messages.join(new byte[] {1, 9}, new byte[3]))));
    }

    private static void chains(Map<Fault, Provocation> all) {
        all.put(Fault.CERTIFICATE_UNFIT, () -> {
            Selection picky =
                    TestBed.only(PAIR.selection(), ProtocolVersion.TLS_1_3).certificates("ed25519");
            return Wrongdoing.towards(CLIENT, PAIR.with(picky).client(), PAIR.server(), MessageChange.none());
        });
        all.put(
                Fault.CERTIFICATE_UNTRUSTED,
                () -> served(Authority.create("Stranger").issue(request())));
        all.put(
                Fault.CERTIFICATE_EXPIRED,
                () -> served(PAIR.authority().issue(request().expired())));
        all.put(Fault.CERTIFICATE_INVALID, () -> {
            Issued leaf = PAIR.authority().issue(request());
            return served(Authority.of(leaf).issue(request()));
        });
        all.put(Fault.CERTIFICATE_NAME_MISMATCH, () -> served(PAIR.authority().issue(Request.server("other.test"))));
        all.put(Fault.CERTIFICATE_REVOKED, () -> refusedBy(Fault.CERTIFICATE_REVOKED));
        all.put(Fault.CERTIFICATE_REJECTED, () -> refusedBy(Fault.CERTIFICATE_REJECTED));
    }

    private static void signatures(Map<Fault, Provocation> all) {
        all.put(Fault.SIGNATURE_SCHEME_NOT_OFFERED, () -> changed(15, message -> Messages.set(message, 0, 0x7f)));
        all.put(
                Fault.SIGNATURE_SCHEME_UNFIT,
                () -> changed(15, message -> Messages.set(Messages.set(message, 0, 0x08), 1, 0x04)));
        all.put(
                Fault.SIGNATURE_WRONG,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        PAIR.server(),
                        MessageChange.of(SERVER, 15, message -> Messages.flip(message, -1))));
        all.put(Fault.FINISHED_WRONG, () -> changed(20, message -> Messages.flip(message, -1)));
    }

    private static void requests(Map<Fault, Provocation> all) {
        all.put(
                Fault.CERTIFICATE_REQUEST_BAD,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        PAIR.server().clientAuthentication(ClientAuthentication.REQUESTED),
                        MessageChange.of(SERVER, 13, HelloEdit.edit(request -> request.front = new byte[] {1, 5}))));
    }

    private static Request request() {
        return Request.server(Pairing.SERVER_NAME).key(KeyKind.EC_P256);
    }

    private static Wrongdoing served(Issued issued) {
        ServerConfig.Builder server =
                ServerConfig.of(PAIR.selection()).credential(Credential.of(issued.chain(), issued.privateKey()));
        return Wrongdoing.towards(CLIENT, PAIR.client(), server, MessageChange.none());
    }

    private static Wrongdoing refusedBy(Fault fault) {
        PeerVerifier verifier = peer -> CompletableFuture.completedFuture(Verdict.refused(fault, "a test says so"));
        return Wrongdoing.towards(CLIENT, PAIR.client().verifier(verifier), PAIR.server(), MessageChange.none());
    }

    private static Wrongdoing changed(int type, UnaryOperator<byte[]> edit) {
        return Wrongdoing.towards(CLIENT, PAIR.client(), PAIR.server(), MessageChange.of(SERVER, type, edit));
    }
}
