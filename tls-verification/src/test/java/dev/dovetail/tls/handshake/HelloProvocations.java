package dev.dovetail.tls.handshake;

import static dev.dovetail.tls.api.Role.CLIENT;
import static dev.dovetail.tls.api.Role.SERVER;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.MessageChange.Piece;
import dev.dovetail.tls.testkit.Pairing;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Peers whose hellos and extensions break rules. */
final class HelloProvocations {

    private static final Pairing PAIR = TestBed.PAIR;

    private HelloProvocations() {}

    static Map<Fault, Provocation> all() {
        Map<Fault, Provocation> all = new EnumMap<>(Fault.class);
        extensions(all);
        clientHellos(all);
        serverHellos(all);
        retries(all);
        return all;
    }

    private static void extensions(Map<Fault, Provocation> all) {
        all.put(
                Fault.EXTENSION_DUPLICATE,
                () -> toServer(hello -> hello.add(HelloEdit.RECORD_SIZE_LIMIT, (byte) 1, (byte) 0)));
        all.put(
                Fault.EXTENSION_MISPLACED,
                () -> toClient(8, hello -> hello.add(HelloEdit.SUPPORTED_VERSIONS, (byte) 3, (byte) 4)));
        all.put(
                Fault.EXTENSION_UNSOLICITED,
                () -> toClient(8, hello -> hello.add(HelloEdit.ALPN, (byte) 0, (byte) 2, (byte) 1, (byte) 'x')));
        all.put(Fault.EXTENSION_MISSING, () -> toServer(hello -> hello.drop(HelloEdit.SIGNATURE_ALGORITHMS)));
        all.put(
                Fault.PRE_SHARED_KEY_NOT_LAST,
                () -> toServer(hello -> hello.addFirst(HelloEdit.PRE_SHARED_KEY, preSharedKeys(1, 1))));
        all.put(
                Fault.PRE_SHARED_KEY_BAD,
                () -> toServer(hello -> hello.add(HelloEdit.PRE_SHARED_KEY, preSharedKeys(2, 1))));
        all.put(
                Fault.RECORD_SIZE_LIMIT_BAD,
                () -> toServer(hello -> hello.put(HelloEdit.RECORD_SIZE_LIMIT, (byte) 0, (byte) 63)));
        all.put(
                Fault.MAX_FRAGMENT_LENGTH_BAD,
                () -> toServer(hello -> hello.put(HelloEdit.MAX_FRAGMENT_LENGTH, (byte) 5)));
        all.put(
                Fault.POINT_FORMATS_BAD,
                () -> toServer(hello -> hello.put(HelloEdit.POINT_FORMATS, (byte) 1, (byte) 1)));
        all.put(
                Fault.APPLICATION_PROTOCOL_NOT_OFFERED,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client().applicationProtocols("h2"),
                        PAIR.server().applicationProtocols("h2"),
                        MessageChange.of(
                                SERVER, 8, HelloEdit.edit(hello -> hello.put(HelloEdit.ALPN, protocol("h3"))))));
    }

    private static void clientHellos(Map<Fault, Provocation> all) {
        all.put(Fault.COMPRESSION_BAD, () -> toServer(hello -> hello.compression = new byte[] {1}));
        all.put(
                Fault.KEY_SHARE_BAD,
                () -> toServer(hello -> {
                    byte[] shares =
                            hello.find(HelloEdit.KEY_SHARE).orElseThrow().clone();
                    shares[2] = 0x7a;
                    hello.put(HelloEdit.KEY_SHARE, shares);
                }));
        all.put(
                Fault.SECOND_HELLO_CHANGED,
                () -> Wrongdoing.towards(
                        SERVER,
                        PAIR.client(),
                        withRetry(),
                        MessageChange.at(CLIENT, 1, HelloEdit.edit(hello -> hello.random[0] ^= 1))));
        all.put(
                Fault.COOKIE_BAD,
                () -> Wrongdoing.towards(
                        SERVER,
                        PAIR.client(),
                        withRetry().retryCookie(),
                        MessageChange.at(
                                CLIENT,
                                1,
                                HelloEdit.edit(
                                        hello -> hello.find(HelloEdit.COOKIE).orElseThrow()[5] ^= 1))));
    }

    private static void serverHellos(Map<Fault, Provocation> all) {
        all.put(
                Fault.VERSION_NOT_OFFERED,
                () -> toClient(2, hello -> hello.put(HelloEdit.SUPPORTED_VERSIONS, (byte) 3, (byte) 5)));
        all.put(
                Fault.DOWNGRADE_DETECTED,
                () -> toClient(2, hello -> {
                    hello.dropAll();
                    byte[] sentinel = "DOWNGRD\1".getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(sentinel, 0, hello.random, 24, 8);
                }));
        all.put(Fault.SUITE_NOT_OFFERED, () -> toClient(2, hello -> hello.suites = new byte[] {0x13, 0x77}));
        all.put(Fault.SUITE_WRONG_VERSION, () -> toClient(2, hello -> hello.suites = new byte[] {(byte) 0xc0, 0x2b}));
        all.put(Fault.SESSION_ID_NOT_ECHOED, () -> toClient(2, hello -> hello.sessionId[0] ^= 1));
        all.put(
                Fault.GROUP_NOT_OFFERED,
                () -> toClient(2, hello -> hello.find(HelloEdit.KEY_SHARE).orElseThrow()[1] ^= 0x40));
        all.put(
                Fault.SHARE_ILLEGAL,
                () -> toClient(2, hello -> {
                    byte[] share = hello.find(HelloEdit.KEY_SHARE).orElseThrow();
                    java.util.Arrays.fill(share, 4, share.length, (byte) 0);
                }));
    }

    private static void retries(Map<Fault, Provocation> all) {
        all.put(
                Fault.SUITE_CHANGED_AFTER_RETRY,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        withRetry(),
                        MessageChange.at(
                                SERVER,
                                1,
                                HelloEdit.edit(hello -> hello.suites[1] = (byte) (hello.suites[1] == 1 ? 2 : 1)))));
        all.put(
                Fault.VERSION_CHANGED_AFTER_RETRY,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        withRetry(),
                        MessageChange.at(SERVER, 1, HelloEdit.edit(HelloEdit::dropAll))));
        all.put(
                Fault.RETRY_POINTLESS,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        withRetry(),
                        MessageChange.at(SERVER, 0, HelloEdit.edit(hello -> hello.drop(HelloEdit.KEY_SHARE)))));
        all.put(
                Fault.RETRY_TWICE,
                () -> Wrongdoing.towards(
                        CLIENT,
                        PAIR.client(),
                        withRetry(),
                        (from, index, message) -> from == SERVER && index == 0
                                ? List.of(Piece.handshake(message), Piece.handshake(message))
                                : List.of(Piece.handshake(message))));
    }

    /** A server that wants another group than the client's share is for. */
    static ServerConfig.Builder withRetry() {
        return ServerConfig.of(PAIR.selection().groups("secp384r1"))
                .credential(PAIR.credential())
                .verifier(PAIR.client().build().verifier());
    }

    /** An offer of keys that nobody has, each with a name of one byte. */
    static byte[] preSharedKeys(int identities, int binders) {
        byte[] names = {};
        for (int i = 0; i < identities; i++) {
            names = Messages.join(names, Messages.u16(1), new byte[] {(byte) i}, new byte[4]);
        }
        byte[] proofs = {};
        for (int i = 0; i < binders; i++) proofs = Messages.join(proofs, new byte[] {32}, new byte[32]);
        return Messages.join(Messages.u16(names.length), names, Messages.u16(proofs.length), proofs);
    }

    static byte[] protocol(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return Messages.join(Messages.u16(bytes.length + 1), new byte[] {(byte) bytes.length}, bytes);
    }

    private static Wrongdoing toServer(Consumer<HelloEdit> edit) {
        return Wrongdoing.towards(
                SERVER, PAIR.client(), PAIR.server(), MessageChange.of(CLIENT, 1, HelloEdit.edit(edit)));
    }

    private static Wrongdoing toClient(int type, Consumer<HelloEdit> edit) {
        return Wrongdoing.towards(
                CLIENT, PAIR.client(), PAIR.server(), MessageChange.of(SERVER, type, HelloEdit.edit(edit)));
    }
}
