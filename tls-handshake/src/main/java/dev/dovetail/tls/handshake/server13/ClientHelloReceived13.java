package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.CookieExtension;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.KeyShare;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.key.EarlySecrets;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.negotiation.CredentialChoice;
import dev.dovetail.tls.handshake.negotiation.GroupChoice;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.negotiation.SuiteChoice;
import dev.dovetail.tls.handshake.psk.AcceptedKey;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * What a server does with a ClientHello of TLS 1.3: settles suite, group and how it proves itself, and answers or asks
 * again. A pre-shared key that both have goes before a certificate.
 */
public final class ClientHelloReceived13 {

    private final ClientAsk ask;
    private final Transcript transcript;
    private final Effects effects;

    private ClientHelloReceived13(ClientAsk ask, Transcript transcript, Effects effects) {
        this.ask = ask;
        this.transcript = transcript;
        this.effects = effects;
    }

    /**
     * Goes on from ClientHello.
     *
     * @param ask what the client asked for
     * @param message the same as it came
     * @param transcript empty
     * @param effects what may be done
     * @return the next state
     */
    public static State next(ClientAsk ask, HandshakeMessage message, Transcript transcript, Effects effects) {
        HelloForm.require(ask.hello());
        if (ask.hello().extensions().has(CookieExtension.INSTANCE)) {
            throw Fault.COOKIE_BAD.because("the first ClientHello has one, but none was given");
        }
        ClientHelloReceived13 step = new ClientHelloReceived13(ask, transcript, effects);
        Optional<KeyOffer> offer = KeyOffer.of(ask, message);
        if (offer.isEmpty()) {
            transcript.add(message.bytes());
            return step.withCertificate();
        }
        return step.search(offer.get(), 0);
    }

    private State search(KeyOffer offer, int from) {
        return effects.answer(
                "look up a pre-shared key",
                () -> offer.search(from),
                found -> found.key().map(key -> withKey(offer, key)).orElseGet(() -> withoutKey(offer)));
    }

    private State withoutKey(KeyOffer offer) {
        tellRefusals(offer);
        offer.refuseUnlessCertificate();
        transcript.add(offer.message().bytes());
        return withCertificate();
    }

    private State withKey(KeyOffer offer, AcceptedKey key) {
        try {
            offer.check(key, transcript);
            Optional<Choices> choices = choices(offer, key);
            if (choices.isEmpty()) {
                key.close();
                return search(offer, key.place() + 1);
            }
            tellRefusals(offer);
            transcript.add(offer.message().bytes());
            return withEarlyData(offer, key, choices.get());
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }

    private void tellRefusals(KeyOffer offer) {
        for (String reason : offer.tickets().refused()) effects.negotiated("ticket", "not used", reason);
    }

    /** Empty if the session was made for another application protocol: then the next key is tried. */
    private Optional<Choices> choices(KeyOffer offer, AcceptedKey key) {
        UsableSuite suite = SuiteChoice.choose(
                ask.config(),
                ask.version(),
                ask.hello().suites(),
                own -> own.hash() == key.key().hash()
                        ? Optional.empty()
                        : Optional.of("the pre-shared key is bound to "
                                + key.key().hash().name()));
        Optional<String> protocol = ask.applicationProtocol(Optional.of(suite));
        Optional<Session> session = key.key().session();
        if (session.filter(one -> !one.applicationProtocol().equals(protocol)).isPresent()) {
            offer.tickets().refused().add("it is for another application protocol");
            return Optional.empty();
        }
        if (session.isPresent()) effects.negotiated("session", session.get().facts(), "the client's ticket is ours");
        else effects.negotiated("pre-shared key", key.key().toString(), "the client's first that is known here");
        Optional<NamedGroup> group = offer.wantsShare() ? Optional.of(group()) : Optional.empty();
        return Optional.of(new Choices(suite, group, new ServerProof.ByPreSharedKey(key), protocol, Optional.empty()));
    }

    /** RFC 8446 8: what was taken once, here or by another server of the store, is not taken again. */
    private State withEarlyData(KeyOffer offer, AcceptedKey key, Choices choices) {
        if (!ask.hello().extensions().has(EarlyDataExtension.INSTANCE)) return answer(choices);
        boolean retried = choices.group().isPresent()
                && HelloForm.share(
                                HelloForm.shares(ask.hello()), choices.group().get())
                        .isEmpty();
        Optional<String> objection =
                EarlyDataRules.objection(ask.config().sessions(), offer, key, choices.suite(), retried);
        if (objection.isPresent()) {
            effects.negotiated("early data", "rejected", objection.get());
            return answer(choices);
        }
        // The store has given this session to nobody else, and never will.
        if (offer.tickets().takenOnce(key.key().identity())) return answer(taking(choices, key));
        return effects.answer(
                "claim early data",
                () -> offer.tickets().sealed().claim(offer.binder(key)),
                first -> {
                    if (first) return answer(taking(choices, key));
                    effects.negotiated("early data", "rejected", "it was taken before, or the store can't tell");
                    return answer(choices);
                },
                choices);
    }

    private Choices taking(Choices choices, AcceptedKey key) {
        transcript.use(choices.suite().hash());
        EarlySecrets early =
                EarlySecrets.of(new Hkdf(choices.suite().hash()), key.key().key(), transcript.hash());
        effects.secret("CLIENT_EARLY_TRAFFIC_SECRET", ask.hello().random(), early.clientTraffic());
        effects.secret("EARLY_EXPORTER_SECRET", ask.hello().random(), early.exporter());
        effects.negotiated("early data", "accepted", "fresh, and for the first time");
        return new Choices(
                choices.suite(), choices.group(), choices.proof(), choices.applicationProtocol(), Optional.of(early));
    }

    private State withCertificate() {
        UsableSuite suite =
                SuiteChoice.choose(ask.config(), ask.version(), ask.hello().suites(), own -> Optional.empty());
        NamedGroup group = group();
        List<Integer> schemes = HelloForm.require(ask.hello(), SignatureAlgorithmsExtension.INSTANCE);
        Optional<String> protocol = ask.applicationProtocol(Optional.of(suite));
        return ask.withCredentials(ask.facts(Optional.of(suite), protocol), effects, credentials -> {
            ServerProof proof = new ServerProof.BySignature(signing(credentials, schemes));
            return answer(new Choices(suite, Optional.of(group), proof, protocol, Optional.empty()));
        });
    }

    private State answer(Choices choices) {
        effects.negotiated("cipher suite", choices.suite(), SuiteChoice.rule(ask.config()));
        transcript.use(choices.suite().hash());
        if (choices.group().isEmpty()) {
            effects.negotiated("key exchange", "psk_ke", "the client offers no key exchange besides");
            return ServerFlight.withoutShare(ask, choices, transcript, effects);
        }
        NamedGroup group = choices.group().get();
        effects.negotiated(
                "group",
                group.name(),
                ask.config().retryForPreferredGroup()
                        ? "our first that the client supports"
                        : "our first with a share, else our first that the client supports");
        return HelloForm.share(HelloForm.shares(ask.hello()), group)
                .map(share -> ServerFlight.begin(ask, choices, group, share, false, transcript, effects))
                .orElseGet(() -> AwaitSecondHello.afterRetry(ask, choices, group, transcript, effects));
    }

    private NamedGroup group() {
        List<KeyShare> shares = HelloForm.shares(ask.hello());
        return GroupChoice.tls13(
                ask.config().selection(),
                HelloForm.require(ask.hello(), SupportedGroupsExtension.INSTANCE),
                shares,
                ask.config().retryForPreferredGroup());
    }

    private SigningCredential signing(List<Credential> credentials, List<Integer> schemes) {
        CredentialChoice choice = ask.credentialChoice(credentials, schemes);
        return choice.choose(ask.credentials(choice), scheme -> true)
                .orElseThrow(() -> Fault.NO_COMMON_SIGNATURE_SCHEME
                        .because(
                                "none of our %d credentials can sign for this client in %s",
                                credentials.size(), ProtocolVersion.TLS_1_3)
                        .with(choice.report()));
    }
}
