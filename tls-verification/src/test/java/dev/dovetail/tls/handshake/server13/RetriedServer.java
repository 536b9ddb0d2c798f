package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.CookieExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.negotiation.ExtensionDialogue;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.server.ClientAsk;
import java.util.List;
import java.util.Optional;

/** Servers that stand where one stands that has sent a recorded HelloRetryRequest. */
public final class RetriedServer {

    private RetriedServer() {}

    /**
     * The state behind these two messages. Suite, group and credential are the configuration's first ones.
     *
     * @param config what the server does
     * @param firstHello ClientHello
     * @param retry HelloRetryRequest
     */
    public static State behind(ServerConfig config, byte[] firstHello, byte[] retry) {
        Selection selection = config.selection();
        Codecs codecs = Codecs.with(List.of());
        Choices choices = new Choices(
                selection.suites().get(0),
                Optional.of(selection.groups().get(0)),
                new ServerProof.BySignature(new SigningCredential(
                        config.credentials().get(0), selection.signing().get(0))),
                Optional.empty(),
                Optional.empty());
        Transcript transcript = new Transcript();
        transcript.add(firstHello);
        transcript.use(choices.suite().hash());
        transcript.replaceByMessageHash();
        transcript.add(retry);
        ClientHello hello = ClientHello.read(new HandshakeMessage(firstHello, null), codecs);
        ServerHello request = ServerHello.read(new HandshakeMessage(retry, null), codecs);
        ClientAsk ask = new ClientAsk(
                config, codecs, new ExtensionDialogue(Role.SERVER, List.of()), hello, ProtocolVersion.TLS_1_3);
        return new AwaitSecondHello(
                ask, choices, selection.groups().get(0), request.find(CookieExtension.INSTANCE), transcript);
    }
}
