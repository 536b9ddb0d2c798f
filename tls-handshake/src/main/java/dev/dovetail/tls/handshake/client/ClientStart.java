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
import dev.dovetail.tls.handshake.session.HeldSession;
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
        ClientResumption resumption = ClientResumption.of(config);
        Optional<ClientPreSharedKeys> source = config.preSharedKeys();
        if (source.isEmpty() || !offersTls13()) return sendHello(resumption, List.of(), effects);
        return effects.answer(
                "look up pre-shared keys",
                () -> source.get().find(config.serverName(), Optional.empty()).thenApply(FoundKeys::new),
                found -> sendHello(resumption, KeyHashes.of(config.selection()).offers(found.keys()), effects),
                resumption);
    }

    private State sendHello(ClientResumption resumption, List<OfferedKey> external, Effects effects) {
        List<OfferedKey> keys = new ArrayList<>();
        // RFC 8446 4.2.10: early data goes with the first key.
        resumption.key().ifPresent(keys::add);
        keys.addAll(external);
        if (KeyHashes.tooMany(keys) && resumption.key().isPresent()) {
            // What the application gives counts more than what saves time.
            resumption.close();
            return sendHello(new ClientResumption(config, Optional.empty()), external, effects);
        }
        List<OwnShare> shares = new ArrayList<>();
        try {
            return sendHello(resumption, List.copyOf(keys), shares, effects);
        } catch (RuntimeException e) {
            resumption.close();
            keys.forEach(OfferedKey::close);
            shares.forEach(OwnShare::close);
            throw e;
        }
    }

    private State sendHello(
            ClientResumption resumption, List<OfferedKey> keys, List<OwnShare> shares, Effects effects) {
        ExtensionDialogue dialogue =
                new ExtensionDialogue(Role.CLIENT, config.selection().extensions());
        byte[] random = random(32);
        boolean tls13 = offersTls13();
        if (tls13) {
            for (NamedGroup group : config.selection().keyShares()) {
                if (!group.versions().contains(ProtocolVersion.TLS_1_3)) continue;
                shares.add(new OwnShare(group, group.generate(config.random())));
            }
        }
        ClientHello hello =
                new ClientHelloDraft(config, dialogue, resumption).with(random, sessionId(resumption), shares, keys);
        Transcript transcript = new Transcript();
        if (!keys.isEmpty()) {
            hello = Binders.bound(hello, keys, config.sessions().now(), transcript::fork);
        }
        // RFC 8446 5.1: some servers want 0x0301 in the header of the first record.
        effects.recordVersion(TLS_1_0);
        transcript.add(effects.send(HandshakeType.CLIENT_HELLO, hello::write));
        ClientOffer offer = new ClientOffer(
                config, codecs, dialogue, hello, List.copyOf(shares), keys, resumption.tls12(), resumption.early());
        EarlyKeys.install(offer, transcript, effects);
        return new AwaitServerHello(offer, transcript, Optional.empty());
    }

    /** RFC 5077 3.4: with a ticket a name of ours stands there, by whose echo the server says that it resumes. */
    private byte[] sessionId(ClientResumption resumption) {
        Optional<HeldSession> session = resumption.tls12();
        if (session.isPresent() && session.get().byId()) return session.get().ticket();
        return session.isPresent() || offersTls13() && config.compatibilityMode() ? random(32) : new byte[0];
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
