package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.MaxFragmentLengthExtension;
import dev.dovetail.tls.handshake.extension.RenegotiationInfoExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.negotiation.DowngradeSentinel;
import dev.dovetail.tls.handshake.negotiation.SuiteChoice;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import dev.dovetail.tls.handshake.tls12.Features12;
import dev.dovetail.tls.handshake.tls12.Sessions12;
import java.util.List;
import java.util.Optional;

/** What a server does with a ClientHello once TLS 1.2 is chosen (RFC 5246 7.4.1.2 and 7.4.1.3). */
public final class ClientHelloReceived12 {

    private ClientHelloReceived12() {}

    /**
     * Goes on with TLS 1.2.
     *
     * @param ask what the client asked for
     * @param transcript has the ClientHello
     * @param effects what may be done
     * @return the next state
     */
    public static State next(ClientAsk ask, Transcript transcript, Effects effects) {
        refuseInsecureRenegotiation(ask);
        return SessionSearch12.resumed(
                ask,
                effects,
                found -> found.flatMap(session -> ServerResumption12.begin(ask, session, transcript, effects))
                        .orElseGet(() -> full(ask, transcript, effects)));
    }

    private static State full(ClientAsk ask, Transcript transcript, Effects effects) {
        HandshakeFacts facts = SuiteNegotiation12.facts(ask);
        return ask.withCredentials(facts, effects, own -> answer(ask, own, transcript, effects));
    }

    private static State answer(ClientAsk ask, List<Credential> own, Transcript transcript, Effects effects) {
        ServerChoice12 choice = SuiteNegotiation12.choose(ask, own);
        tell(ask, choice, effects);
        ExtensionBlock answers = new ExtensionBlock();
        Features12 features = Answers12.of(ask, choice, answers);
        features.applicationProtocol()
                .ifPresent(
                        protocol -> effects.negotiated("application protocol", protocol, "the application chose it"));
        if (answers.has(MaxFragmentLengthExtension.INSTANCE)) {
            // RFC 6066 4: it holds at once, for handshake messages too.
            effects.contentLimits(features.limits().read(), features.limits().write());
        }
        Sessions12 sessions = SessionSearch12.fresh(ask, features, answers);
        boolean asksForCertificate =
                choice.credential().isPresent() && ask.config().clientAuthentication() != ClientAuthentication.NONE;
        if (asksForCertificate) transcript.keepMessages();
        transcript.use(choice.suite().hash());
        byte[] random = random(ask.config());
        Agreed12 agreed = new Agreed12(
                Role.SERVER,
                ask.config(),
                choice.suite(),
                ask.hello().random(),
                random,
                features,
                ask.serverName(),
                ask.dialogue(),
                sessions,
                transcript);
        ServerHello hello =
                ServerHello.tls12(random, sessions.id(), choice.suite().code(), answers);
        agreed.send(HandshakeType.SERVER_HELLO, hello::write, effects);
        return new ServerFlight12(ask, agreed, choice, asksForCertificate, effects).begin();
    }

    /** RFC 5746 3.6: the extension, empty, or the signalling suite. */
    private static void refuseInsecureRenegotiation(ClientAsk ask) {
        Optional<byte[]> info = ask.hello().find(RenegotiationInfoExtension.INSTANCE);
        if (info.isPresent() && info.get().length > 0) {
            throw Fault.RENEGOTIATION_INFO_BAD.because(
                    "a first handshake has nothing to repeat, but the client sent %d bytes", info.get().length);
        }
        boolean known = info.isPresent() || ask.hello().suites().contains(ClientHello.EMPTY_RENEGOTIATION_INFO_SCSV);
        if (!known && ask.config().renegotiationInfoRequired()) {
            throw Fault.RENEGOTIATION_INFO_MISSING.because("the client does not know secure renegotiation");
        }
    }

    static byte[] random(ServerConfig config) {
        byte[] random = new byte[32];
        config.random().nextBytes(random);
        DowngradeSentinel.mark(random, config.selection().versions().get(0), ProtocolVersion.TLS_1_2);
        return random;
    }

    private static void tell(ClientAsk ask, ServerChoice12 choice, Effects effects) {
        effects.negotiated("cipher suite", choice.suite(), SuiteChoice.rule(ask.config()));
        choice.group().ifPresent(group -> effects.negotiated("group", group.name(), "our first that the client has"));
        choice.scheme()
                .ifPresent(scheme -> effects.negotiated(
                        "own signature scheme", scheme.name(), "our first that fits the key and the client accepts"));
    }
}
