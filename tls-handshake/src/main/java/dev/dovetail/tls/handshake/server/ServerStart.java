package dev.dovetail.tls.handshake.server;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.ExtensionDialogue;
import dev.dovetail.tls.handshake.negotiation.VersionChoice;
import dev.dovetail.tls.handshake.server12.ClientHelloReceived12;
import dev.dovetail.tls.handshake.server13.ClientHelloReceived13;

/**
 * A server that waits for the ClientHello. Here, and in the client's counterpart, the version is settled.
 *
 * @param config what it does
 * @param codecs the extensions that it knows
 */
public record ServerStart(ServerConfig config, Codecs codecs) implements State {

    /**
     * The first state of a server.
     *
     * @param config what it does
     * @return the state
     */
    public static ServerStart with(ServerConfig config) {
        return new ServerStart(config, Codecs.with(config.selection().extensions()));
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.CLIENT_HELLO) throw unexpected(message, "ClientHello");
        ClientHello hello = ClientHello.read(message, codecs);
        ProtocolVersion version = VersionChoice.choose(config.selection(), hello);
        effects.negotiated("version", version, "our newest that the client offers");
        Transcript transcript = new Transcript();
        ExtensionDialogue dialogue =
                new ExtensionDialogue(Role.SERVER, config.selection().extensions());
        ClientAsk ask = new ClientAsk(config, codecs, dialogue, hello, version);
        ask.refuseUnacceptedName();
        if (version.equals(ProtocolVersion.TLS_1_3)) {
            return ClientHelloReceived13.next(ask, message, transcript, effects);
        }
        transcript.add(message.bytes());
        return ClientHelloReceived12.next(ask, transcript, effects);
    }

    @Override
    public void close() {}
}
