package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.ExtensionDialogue;
import dev.dovetail.tls.handshake.psk.Binders;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.FoundKeys;
import dev.dovetail.tls.handshake.psk.KeyHashes;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A client that has not spoken yet.
 *
 * @param config what it does
 * @param codecs the extensions that it knows
 */
public record ClientStart(ClientConfig config, Codecs codecs) implements State {

    private static final int TLS_1_0 = 0x0301;

    /**
     * The first state of a client.
     *
     * @param config what it does
     * @return the state
     */
    public static ClientStart with(ClientConfig config) {
        return new ClientStart(config, Codecs.with(config.selection().extensions()));
    }

    @Override
    public State begin(Effects effects) {
        Optional<ClientPreSharedKeys> source = config.preSharedKeys();
        if (source.isEmpty() || !offersTls13()) return sendHello(List.of(), effects);
        return effects.answer(
                "look up pre-shared keys",
                () -> source.get().find(config.serverName(), Optional.empty()).thenApply(FoundKeys::new),
                found -> sendHello(KeyHashes.of(config.selection()).offers(found.keys()), effects));
    }

    private State sendHello(List<OfferedKey> keys, Effects effects) {
        List<OwnShare> shares = new ArrayList<>();
        try {
            return sendHello(keys, shares, effects);
        } catch (RuntimeException e) {
            keys.forEach(OfferedKey::close);
            shares.forEach(OwnShare::close);
            throw e;
        }
    }

    private State sendHello(List<OfferedKey> keys, List<OwnShare> shares, Effects effects) {
        ExtensionDialogue dialogue =
                new ExtensionDialogue(Role.CLIENT, config.selection().extensions());
        byte[] random = random(32);
        boolean tls13 = offersTls13();
        byte[] sessionId = tls13 && config.compatibilityMode() ? random(32) : new byte[0];
        if (tls13) {
            for (NamedGroup group : config.selection().keyShares()) {
                if (!group.versions().contains(ProtocolVersion.TLS_1_3)) continue;
                shares.add(new OwnShare(group, group.generate(config.random())));
            }
        }
        ClientHello hello = new ClientHelloDraft(config, dialogue).with(random, sessionId, shares, keys);
        Transcript transcript = new Transcript();
        if (!keys.isEmpty()) hello = Binders.bound(hello, keys, transcript::fork);
        // RFC 8446 5.1: some servers want 0x0301 in the header of the first record.
        effects.recordVersion(TLS_1_0);
        transcript.add(effects.send(HandshakeType.CLIENT_HELLO, hello::write));
        ClientOffer offer = new ClientOffer(config, codecs, dialogue, hello, List.copyOf(shares), keys);
        return new AwaitServerHello(offer, transcript, Optional.empty());
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        throw unexpected(message, "its own begin");
    }

    @Override
    public void close() {}

    private boolean offersTls13() {
        return config.selection().versions().contains(ProtocolVersion.TLS_1_3);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        config.random().nextBytes(bytes);
        return bytes;
    }
}
