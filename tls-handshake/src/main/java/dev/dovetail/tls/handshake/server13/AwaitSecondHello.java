package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.CookieExtension;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.KeyShare;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.SupportedVersionsExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.negotiation.VersionChoice;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.tls13.State13;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * A server that has sent a HelloRetryRequest (RFC 8446 4.1.4).
 *
 * @param first what the client asked for at first
 * @param choices what was settled then; closed with this state
 * @param group that it has to send a share of
 * @param cookie what it has to bring back
 * @param transcript the messages so far
 */
record AwaitSecondHello(
        ClientAsk first, Choices choices, NamedGroup group, Optional<byte[]> cookie, Transcript transcript)
        implements State13 {

    private static final int COOKIE_LENGTH = 32;

    /** Sends the HelloRetryRequest. */
    static State afterRetry(ClientAsk ask, Choices choices, NamedGroup group, Transcript transcript, Effects effects) {
        ExtensionBlock extensions =
                new ExtensionBlock().with(KeyShareExtension.INSTANCE, List.of(new KeyShare(group.code(), new byte[0])));
        Optional<byte[]> cookie = Optional.empty();
        if (ask.config().retryCookie()) {
            byte[] fresh = new byte[COOKIE_LENGTH];
            ask.config().random().nextBytes(fresh);
            extensions.with(CookieExtension.INSTANCE, fresh);
            cookie = Optional.of(fresh);
        }
        extensions.with(SupportedVersionsExtension.INSTANCE, List.of(ProtocolVersion.TLS_1_3.code()));
        ServerHello request = new ServerHello(
                Site.HELLO_RETRY_REQUEST,
                ProtocolVersion.TLS_1_2.code(),
                ServerHello.retryRandom(),
                ask.hello().sessionId(),
                choices.suite().code(),
                extensions);
        transcript.replaceByMessageHash();
        transcript.add(effects.send(HandshakeType.SERVER_HELLO, request::write));
        if (ask.hello().sessionId().length > 0) effects.sendChangeCipherSpec();
        if (ask.hello().extensions().has(EarlyDataExtension.INSTANCE)) {
            effects.discardEarlyData(ask.config().sessions().mostEarlyData());
        }
        return new AwaitSecondHello(ask, choices, group, cookie, transcript);
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.CLIENT_HELLO) throw unexpected(message, "the second ClientHello");
        ClientHello hello = ClientHello.read(message, first.codecs());
        if (!VersionChoice.choose(first.config().selection(), hello).equals(ProtocolVersion.TLS_1_3)) {
            throw Fault.SECOND_HELLO_CHANGED.because("supported_versions");
        }
        HelloForm.require(hello);
        SecondHello.refuseChanges(first.hello(), hello);
        refuseOtherCookie(hello);
        List<KeyShare> shares = HelloForm.shares(hello);
        KeyShare share = HelloForm.share(shares, group)
                .filter(only -> shares.size() == 1)
                .orElseThrow(() -> Fault.KEY_SHARE_BAD.because(
                        "the retry asked for one share, of %s; there are %d", group.name(), shares.size()));
        Choices settled = again(hello, message);
        transcript.add(message.bytes());
        ClientAsk ask = new ClientAsk(first.config(), first.codecs(), first.dialogue(), hello, ProtocolVersion.TLS_1_3);
        return ServerFlight.begin(ask, settled, group, share, true, transcript, effects);
    }

    private Choices again(ClientHello hello, HandshakeMessage message) {
        return choices.proof()
                .preSharedKey()
                .map(key -> KeyOffer.again(key, hello, message, transcript))
                .map(key -> new Choices(
                        choices.suite(),
                        choices.group(),
                        new ServerProof.ByPreSharedKey(key),
                        choices.applicationProtocol(),
                        Optional.empty()))
                .orElse(choices);
    }

    private void refuseOtherCookie(ClientHello hello) {
        Optional<byte[]> returned = hello.find(CookieExtension.INSTANCE);
        boolean right = cookie.isPresent() == returned.isPresent()
                && (cookie.isEmpty() || MessageDigest.isEqual(cookie.get(), returned.orElseThrow()));
        if (!right) throw Fault.COOKIE_BAD.because("it is not the one of the HelloRetryRequest");
    }

    @Override
    public void close() {
        choices.close();
    }
}
