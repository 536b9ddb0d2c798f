package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.client.AwaitServerHello;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.client.OwnShare;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.ExtensionDialogue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A client's first state that sends a recorded ClientHello in place of its own, and goes on as if it had made it.
 *
 * @param config what the client does
 * @param message the recorded ClientHello, header and body
 * @param shares with the recorded key pairs
 * @param recordVersion in the record's header
 * @param transcript the messages before it
 * @param retried the suite of the HelloRetryRequest before it
 */
record RecordedHello(
        ClientConfig config,
        byte[] message,
        List<OwnShare> shares,
        int recordVersion,
        Transcript transcript,
        Optional<UsableSuite> retried)
        implements State {

    static RecordedHello first(ClientConfig config, byte[] message, OwnShare share) {
        return new RecordedHello(config, message, List.of(share), 0x0301, new Transcript(), Optional.empty());
    }

    static RecordedHello second(
            ClientConfig config, byte[] message, OwnShare share, Transcript transcript, UsableSuite suite) {
        return new RecordedHello(config, message, List.of(share), 0x0303, transcript, Optional.of(suite));
    }

    @Override
    public State begin(Effects effects) {
        effects.recordVersion(recordVersion);
        byte[] body = Arrays.copyOfRange(message, HandshakeMessage.HEADER, message.length);
        transcript.add(effects.send(HandshakeType.CLIENT_HELLO, out -> out.bytes("recorded", body)));
        ClientHello hello = ClientHello.read(new HandshakeMessage(message, null), Cast.CODECS);
        ExtensionDialogue dialogue =
                new ExtensionDialogue(Role.CLIENT, config.selection().extensions());
        ClientOffer offer = new ClientOffer(
                config, Cast.CODECS, dialogue, hello, shares, List.of(), Optional.empty(), Optional.empty());
        return new AwaitServerHello(offer, transcript, retried);
    }

    @Override
    public State on(HandshakeMessage unexpected, Effects effects) {
        throw unexpected(unexpected, "its own begin");
    }

    @Override
    public void close() {
        for (OwnShare share : shares) share.close();
    }
}
