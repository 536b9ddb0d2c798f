package dev.dovetail.tls.handshake.client12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.FlagExtension;
import dev.dovetail.tls.handshake.extension.MaxFragmentLengthExtension;
import dev.dovetail.tls.handshake.extension.RenegotiationInfoExtension;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.negotiation.ContentLimits;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import dev.dovetail.tls.handshake.tls12.Features12;
import java.util.Arrays;
import java.util.Optional;

/** What a client does with a ServerHello of TLS 1.2 (RFC 5246 7.4.1.3). */
public final class ServerHelloReceived12 {

    private ServerHelloReceived12() {}

    /**
     * Goes on with TLS 1.2.
     *
     * @param offer what was sent; its key shares are closed, since TLS 1.2 needs none
     * @param transcript has the ClientHello
     * @param hello the server's hello
     * @param message the same as it came
     * @param suite the suite that the server chose
     * @param effects what may be done
     * @return the next state
     */
    public static State next(
            ClientOffer offer,
            Transcript transcript,
            ServerHello hello,
            HandshakeMessage message,
            UsableSuite suite,
            Effects effects) {
        // What is resumed goes on with a secret of its own: the offer's is closed with it.
        Optional<Session> resumed = resumed(offer, hello).map(Session::copy);
        offer.close();
        try {
            return next(offer, transcript, hello, message, suite, resumed, effects);
        } catch (RuntimeException e) {
            resumed.ifPresent(Session::close);
            throw e;
        }
    }

    private static State next(
            ClientOffer offer,
            Transcript transcript,
            ServerHello hello,
            HandshakeMessage message,
            UsableSuite suite,
            Optional<Session> resumed,
            Effects effects) {
        ExtensionBlock answers = hello.extensions();
        // RFC 8422 5.1 has no supported_groups here; servers are known that send it all the same.
        offer.refuseUnsolicited(answers, "ServerHello", SupportedGroupsExtension.INSTANCE);
        refuseInsecureRenegotiation(answers, offer.config());
        Features12 features = features(offer, answers, suite);
        resumed.ifPresent(session -> Resumption12.refuseChanges(session, suite, features));
        offer.dialogue()
                .answered(answers, ProtocolVersion.TLS_1_2, offer.config().serverName());
        features.applicationProtocol()
                .ifPresent(protocol -> effects.negotiated("application protocol", protocol, "the server chose it"));
        if (answers.has(MaxFragmentLengthExtension.INSTANCE)) {
            // RFC 6066 4: it holds at once, for handshake messages too.
            effects.contentLimits(features.limits().read(), features.limits().write());
        }
        // Only a server with a certificate may ask for ours, and the answer signs the messages (RFC 5246 7.4.4, 7.4.8).
        if (resumed.isEmpty() && suite.suite().authentication().certificate()) transcript.keepMessages();
        transcript.use(suite.hash());
        transcript.add(message.bytes());
        Agreed12 agreed = new Agreed12(
                Role.CLIENT,
                offer.config(),
                suite,
                offer.clientRandom(),
                hello.random(),
                features,
                offer.sentServerName(),
                offer.dialogue(),
                Resumption12.sessions(offer, hello, features, resumed),
                transcript);
        if (resumed.isPresent()) return Resumption12.goOn(agreed, resumed.get(), effects);
        offer.session().ifPresent(refused -> Resumption12.forget(offer, refused, effects));
        return agreed.authentication().certificate()
                ? new AwaitCertificate12(offer, agreed)
                : AwaitServerKeyExchange12.begin(offer, agreed, Optional.empty());
    }

    /** RFC 5246 7.4.1.3, RFC 5077 3.4: the server says that it resumes by sending our session id back. */
    private static Optional<Session> resumed(ClientOffer offer, ServerHello hello) {
        boolean echoed = hello.sessionId().length > 0
                && Arrays.equals(hello.sessionId(), offer.hello().sessionId());
        return echoed ? offer.session().map(HeldSession::session) : Optional.empty();
    }

    private static Features12 features(ClientOffer offer, ExtensionBlock answers, UsableSuite suite) {
        ClientConfig config = offer.config();
        boolean extendedMasterSecret = answers.has(FlagExtension.EXTENDED_MASTER_SECRET);
        if (!extendedMasterSecret && config.extendedMasterSecretRequired()) {
            throw Fault.EXTENDED_MASTER_SECRET_MISSING.because("the server does not know extended_master_secret");
        }
        boolean encryptThenMac = answers.has(FlagExtension.ENCRYPT_THEN_MAC);
        if (encryptThenMac && !(suite.cipher() instanceof CbcCipher)) {
            throw Fault.ENCRYPT_THEN_MAC_BAD.because("the server accepts it for %s, which has no CBC cipher", suite);
        }
        ContentLimits limits = ContentLimits.answered(answers, config.recordSizeLimit(), config.maxFragmentLength(), 0);
        return new Features12(extendedMasterSecret, encryptThenMac, limits, offer.applicationProtocol(answers));
    }

    private static void refuseInsecureRenegotiation(ExtensionBlock answers, ClientConfig config) {
        Optional<byte[]> info = answers.find(RenegotiationInfoExtension.INSTANCE);
        if (info.isPresent() && info.get().length > 0) {
            throw Fault.RENEGOTIATION_INFO_BAD.because(
                    "a first handshake has nothing to repeat, but the server sent %d bytes", info.get().length);
        }
        if (info.isEmpty() && config.renegotiationInfoRequired()) {
            throw Fault.RENEGOTIATION_INFO_MISSING.because(
                    "the server does not know secure renegotiation (requireRenegotiationInfo(false) accepts that)");
        }
    }
}
