package dev.dovetail.tls.handshake.psk;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Identity;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Offered;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Ties offered keys to the ClientHello that offers them (RFC 8446 4.2.11.2). */
public final class Binders {

    private Binders() {}

    /**
     * The hello with pre_shared_key at its end.
     *
     * @param hello without it, but with all else
     * @param keys what to offer, best first
     * @param now the moment that the tickets' ages are told for
     * @param before a hash over the messages in front of the hello, by algorithm
     * @return the hello to send
     */
    public static ClientHello bound(
            ClientHello hello, List<OfferedKey> keys, Instant now, Function<HashAlgorithm, HashAlgorithm.Hash> before) {
        byte[] message = message(unbound(hello, keys, now));
        List<byte[]> binders = keys.stream()
                .map(key -> key.binder(hash(before.apply(key.hash()), message, bindersLength(keys))))
                .toList();
        return with(hello, keys, now, binders);
    }

    /**
     * The hello with zeros for binders: it is as long as the one that will be sent.
     *
     * @param hello without pre_shared_key
     * @param keys what to offer, best first
     * @param now the moment that the tickets' ages are told for
     * @return for measuring
     */
    public static ClientHello unbound(ClientHello hello, List<OfferedKey> keys, Instant now) {
        return with(
                hello,
                keys,
                now,
                keys.stream().map(key -> new byte[key.hash().length()]).toList());
    }

    /**
     * Checks the binder of the key that was chosen; those of the others are nobody's business.
     *
     * @param key the key
     * @param offered the client's offer
     * @param place of the key in it
     * @param message the whole ClientHello with its header
     * @param before a hash over the messages in front of it
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#BINDER_WRONG}
     */
    public static void check(OfferedKey key, Offered offered, int place, byte[] message, HashAlgorithm.Hash before) {
        int length =
                2 + offered.binders().stream().mapToInt(one -> 1 + one.length).sum();
        byte[] expected = key.binder(hash(before, message, length));
        if (!MessageDigest.isEqual(expected, offered.binders().get(place))) {
            throw Fault.BINDER_WRONG.because(
                    "the binder of %s does not fit: both sides have different keys of this name, bind it to different"
                            + " hashes, or only one of them imports it",
                    IdentityText.of(key.identity()));
        }
    }

    /** The list of binders is the end of the message, and is not covered. */
    private static byte[] hash(HashAlgorithm.Hash hash, byte[] message, int bindersLength) {
        hash.update(message, 0, message.length - bindersLength);
        return hash.finish();
    }

    private static int bindersLength(List<OfferedKey> keys) {
        return 2 + keys.stream().mapToInt(key -> 1 + key.hash().length()).sum();
    }

    private static ClientHello with(ClientHello hello, List<OfferedKey> keys, Instant now, List<byte[]> binders) {
        List<Identity> identities = keys.stream()
                .map(key -> new Identity(key.identity(), key.obfuscatedAge(now)))
                .toList();
        return hello.with(hello.extensions()
                .copy()
                .without(PreSharedKeyExtension.INSTANCE)
                .with(PreSharedKeyExtension.INSTANCE, new Offered(identities, binders)));
    }

    private static byte[] message(ClientHello hello) {
        WireWriter body = WireWriter.of("ClientHello");
        hello.write(body);
        return HandshakeMessage.withHeader(HandshakeType.CLIENT_HELLO, body.toBytes());
    }
}
