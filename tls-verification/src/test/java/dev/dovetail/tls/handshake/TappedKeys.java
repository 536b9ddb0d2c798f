package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.Prf12;
import dev.dovetail.tls.handshake.key.TrafficSecret;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.record.KeyLengths;
import dev.dovetail.tls.record.PaddingPolicy;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.record.TrafficKeys;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.LoopbackEnd;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The keys of a connection whose engines tell their secrets, at the moments at which they come into use. */
final class TappedKeys {

    private final Loopback loopback;
    private final Map<Role, Integer> generations = new EnumMap<>(Map.of(Role.CLIENT, 0, Role.SERVER, 0));
    private Optional<UsableSuite> suite = Optional.empty();
    private boolean tls13;
    private boolean encryptThenMac;
    private byte[] clientRandom = {};
    private byte[] serverRandom = {};

    TappedKeys(Loopback loopback) {
        this.loopback = loopback;
    }

    /** What changes behind a message that {@code from} has sent. */
    void behind(Role from, byte[] message, Map<Role, Tap> taps) {
        Tap tap = taps.get(from);
        switch (Messages.type(message)) {
            case HandshakeType.CLIENT_HELLO -> clientRandom = HelloEdit.of(message).random;
            case HandshakeType.SERVER_HELLO -> behindServerHello(HelloEdit.of(message), tap);
            case HandshakeType.FINISHED -> {
                if (tls13) install13(from, from.name() + "_TRAFFIC_SECRET_0", tap);
            }
            case HandshakeType.KEY_UPDATE -> {
                int generation = generations.merge(from, 1, Integer::sum);
                install13(from, from.name() + "_TRAFFIC_SECRET_" + generation, tap);
            }
            default -> {
                // keys stay
            }
        }
    }

    void behindChangeCipherSpec(Role from, Tap tap) {
        if (!tls13 && suite.isPresent()) install12(from, tap);
    }

    void handshake(Role from, Tap tap) {
        install13(from, from.name() + "_HANDSHAKE_TRAFFIC_SECRET", tap);
    }

    private void behindServerHello(HelloEdit hello, Tap tap) {
        if (hello.isRetry()) return;
        int code = (hello.suites[0] & 0xff) << 8 | hello.suites[1] & 0xff;
        suite = TestSuites.find(code);
        tls13 = hello.find(HelloEdit.SUPPORTED_VERSIONS).isPresent();
        encryptThenMac = hello.find(HelloEdit.ENCRYPT_THEN_MAC).isPresent();
        serverRandom = hello.random;
        if (tls13) handshake(Role.SERVER, tap);
    }

    private void install13(Role from, String label, Tap tap) {
        UsableSuite used = suite.orElseThrow();
        Hkdf hkdf = new Hkdf(used.hash());
        Secret ofSender = secret(loopback.end(from), label).orElseThrow();
        // The receiver has not derived it yet if it stands in the same flight; then both have the same.
        Secret ofReceiver = secret(loopback.end(from.peer()), label).orElse(ofSender);
        tap.install(
                Protections.tls13Read(used, TrafficSecret.keys(hkdf, ofSender, used)),
                Protections.tls13Write(used, TrafficSecret.keys(hkdf, ofReceiver, used), PaddingPolicy.none()));
    }

    private void install12(Role from, Tap tap) {
        UsableSuite used = suite.orElseThrow();
        Secret master = secret(loopback.end(from), "CLIENT_RANDOM").orElseThrow();
        Secret receivers = secret(loopback.end(from.peer()), "CLIENT_RANDOM").orElse(master);
        tap.install(
                Protections.tls12Read(used, keys12(used, master, from), encryptThenMac),
                Protections.tls12Write(used, keys12(used, receivers, from), encryptThenMac, new SecureRandom()));
    }

    /** RFC 5246 6.3. */
    private TrafficKeys keys12(UsableSuite used, Secret master, Role side) {
        KeyLengths lengths = KeyLengths.tls12(used);
        int total = 2 * (lengths.mac() + lengths.key() + lengths.iv());
        byte[] seed = Messages.join(serverRandom, clientRandom);
        int second = side == Role.CLIENT ? 0 : 1;
        try (Secret block = new Prf12(used.hash()).derive(master, "key expansion", seed, total)) {
            return block.with(bytes -> new TrafficKeys(
                    Secret.copyOf(bytes, second * lengths.mac(), lengths.mac()),
                    Secret.copyOf(bytes, 2 * lengths.mac() + second * lengths.key(), lengths.key()),
                    Secret.copyOf(bytes, 2 * lengths.mac() + 2 * lengths.key() + second * lengths.iv(), lengths.iv())));
        }
    }

    private static Optional<Secret> secret(LoopbackEnd end, String label) {
        return end.events(TlsEvent.SecretDerived.class).stream()
                .filter(event -> event.label().equals(label))
                .flatMap(event -> event.value().stream())
                .reduce((first, second) -> second);
    }
}
