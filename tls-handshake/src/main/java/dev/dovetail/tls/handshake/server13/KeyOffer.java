package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskKeyExchangeModesExtension;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Identity;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Offered;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.psk.AcceptedKey;
import dev.dovetail.tls.handshake.psk.Binders;
import dev.dovetail.tls.handshake.psk.ExternalKeys;
import dev.dovetail.tls.handshake.psk.IdentityText;
import dev.dovetail.tls.handshake.psk.KeyHashes;
import dev.dovetail.tls.handshake.psk.KeySearch;
import dev.dovetail.tls.handshake.psk.KeySource;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.handshake.server.ClientAsk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Keys that a client offers to a server that takes some (RFC 8446 4.2.11): tickets, and keys that both had before.
 *
 * @param ask what else the client asked for
 * @param tickets ours
 * @param offered the client's
 * @param wantsShare whether a key share goes with the key: psk_dhe_ke
 * @param message the whole ClientHello
 */
record KeyOffer(ClientAsk ask, OwnTickets tickets, Offered offered, boolean wantsShare, HandshakeMessage message) {

    /** Empty if there is nothing to look up: no keys here or there, or no way to use them that both accept. */
    static Optional<KeyOffer> of(ClientAsk ask, HandshakeMessage message) {
        ServerConfig config = ask.config();
        Optional<Offered> offered = offered(ask.hello());
        if (offered.isEmpty() || !knowsKeys(config)) return Optional.empty();
        byte[] modes = HelloForm.require(ask.hello(), PskKeyExchangeModesExtension.INSTANCE);
        boolean group = hasGroup(ask);
        return config.pskModes().stream()
                .filter(mode -> mode.isIn(modes) && (group || mode == PskMode.PSK_KE))
                .findFirst()
                .map(mode -> new KeyOffer(ask, OwnTickets.of(ask), offered.get(), mode == PskMode.PSK_DHE_KE, message));
    }

    private static boolean knowsKeys(ServerConfig config) {
        return config.sessions().keys().isPresent() || takesExternal(config);
    }

    /** RFC 8446 4.3.2: behind a pre-shared key the client can't be asked for its certificate. */
    private static boolean takesExternal(ServerConfig config) {
        return config.preSharedKeys().isPresent() && config.clientAuthentication() != ClientAuthentication.REQUIRED;
    }

    /** Whether a key share can go with a key: both have a group for it. */
    private static boolean hasGroup(ClientAsk ask) {
        List<Integer> offered =
                ask.hello().find(SupportedGroupsExtension.INSTANCE).orElse(List.of());
        return ask.hello().extensions().has(KeyShareExtension.INSTANCE)
                && ask.config().selection().groups().stream()
                        .anyMatch(group -> group.versions().contains(ask.version()) && offered.contains(group.code()));
    }

    CompletionStage<KeySearch.Found> search(int from) {
        ServerConfig config = ask.config();
        List<KeySource> sources = new ArrayList<>();
        if (config.sessions().keys().isPresent()) sources.add(tickets);
        if (takesExternal(config)) {
            sources.add(new ExternalKeys(config.preSharedKeys().orElseThrow(), KeyHashes.of(config.selection())));
        }
        return new KeySearch(sources, this::suits).first(from, offered.identities());
    }

    void check(AcceptedKey key, Transcript before) {
        Binders.check(
                key.key(),
                offered,
                key.place(),
                message.bytes(),
                before.fork(key.key().hash()));
    }

    /** The same key in the second ClientHello, from which the client may have dropped others (RFC 8446 4.1.4). */
    static AcceptedKey again(AcceptedKey key, ClientHello second, HandshakeMessage message, Transcript before) {
        Offered offered =
                offered(second).orElseThrow(() -> Fault.SECOND_HELLO_CHANGED.because("pre_shared_key is gone"));
        for (int place = 0; place < offered.identities().size(); place++) {
            if (!Arrays.equals(
                    offered.identities().get(place).identity(), key.key().identity())) continue;
            Binders.check(
                    key.key(),
                    offered,
                    place,
                    message.bytes(),
                    before.fork(key.key().hash()));
            return new AcceptedKey(place, key.key());
        }
        throw Fault.SECOND_HELLO_CHANGED.because("the pre-shared key that was taken is not offered again");
    }

    /** Without a key and without a certificate there is no way to prove anything. */
    void refuseUnlessCertificate() {
        ServerConfig config = ask.config();
        if (!config.credentials().isEmpty() || config.credentialSource().isPresent()) return;
        List<Identity> identities = offered.identities();
        if (ask.config().unknownIdentitiesHidden()) refuseLikeAWrongKey();
        throw Fault.PRE_SHARED_KEY_UNKNOWN.because(
                "none of the client's keys is known with a hash of a suite that both have: %s; and there is no"
                        + " certificate to show instead",
                identities.stream()
                        .limit(8)
                        .map(one -> IdentityText.of(one.identity()))
                        .collect(Collectors.joining(", ")));
    }

    /** RFC 4279 2 in spirit: as if the first name were known and its key another one, with the same work. */
    private void refuseLikeAWrongKey() {
        byte[] random = new byte[32];
        ask.config().random().nextBytes(random);
        Identity first = offered.identities().get(0);
        KeyHashes hashes = KeyHashes.of(ask.config().selection());
        try (OfferedKey none = hashes.unknown(first.identity(), Secret.of(random))) {
            Binders.check(none, offered, 0, message.bytes(), none.hash().start());
        }
        throw Fault.BINDER_WRONG.because("a random key bound to the ClientHello");
    }

    /** The binder of a key, which is the same in each copy of this hello and in no other one. */
    byte[] binder(AcceptedKey key) {
        return offered.binders().get(key.place());
    }

    /** What the client says of the age of its ticket. */
    long obfuscatedAge(AcceptedKey key) {
        return offered.identities().get(key.place()).obfuscatedTicketAge();
    }

    private boolean suits(OfferedKey key) {
        return ask.config().selection().suites(ask.version()).stream()
                .anyMatch(suite ->
                        suite.hash() == key.hash() && ask.hello().suites().contains(suite.code()));
    }

    private static Optional<Offered> offered(ClientHello hello) {
        return hello.find(PreSharedKeyExtension.INSTANCE).map(value -> (Offered) value);
    }
}
