package dev.dovetail.tls.handshake.client13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.client.EarlyOffer;
import dev.dovetail.tls.handshake.client.OwnShare;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.KeyShare;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Selected;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.psk.IdentityText;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.KeyInputs;
import java.util.Optional;

/** What a client does with a ServerHello of TLS 1.3: agrees on the secret and changes both keys. */
public final class ServerHelloReceived13 {

    private final ClientOffer offer;
    private final Transcript transcript;
    private final UsableSuite suite;
    private final boolean retried;
    private final Optional<OfferedKey> key;
    private final Effects effects;

    private ServerHelloReceived13(
            ClientOffer offer,
            Transcript transcript,
            UsableSuite suite,
            boolean retried,
            Optional<OfferedKey> key,
            Effects effects) {
        this.offer = offer;
        this.transcript = transcript;
        this.suite = suite;
        this.retried = retried;
        this.key = key;
        this.effects = effects;
    }

    /**
     * Goes on from ServerHello.
     *
     * @param offer what was sent
     * @param transcript the messages before ServerHello
     * @param hello the ServerHello
     * @param message its bytes
     * @param suite the chosen suite
     * @param retried whether there was a HelloRetryRequest
     * @param effects what may be done
     * @return the next state
     */
    public static State next(
            ClientOffer offer,
            Transcript transcript,
            ServerHello hello,
            HandshakeMessage message,
            UsableSuite suite,
            boolean retried,
            Effects effects) {
        offer.refuseUnsolicited(hello.extensions(), "ServerHello");
        Optional<OfferedKey> key = key(offer, hello, suite);
        Optional<KeyShare> share = hello.find(KeyShareExtension.INSTANCE).map(list -> list.get(0));
        PskMode mode = share.isPresent() ? PskMode.PSK_DHE_KE : PskMode.PSK_KE;
        boolean offered = key.isEmpty() || offer.config().pskModes().contains(mode);
        if (share.isEmpty() && (key.isEmpty() || !offered)) {
            throw Fault.EXTENSION_MISSING.because("ServerHello has no key_share");
        }
        // RFC 8446 4.2.9: the server must not select a mode that is not listed.
        if (!offered) throw Fault.PRE_SHARED_KEY_BAD.because("the server uses %s, which was not offered", mode);
        key.ifPresent(
                taken -> effects.negotiated("pre-shared key", IdentityText.of(taken.identity()), "the server took it"));
        Optional<OwnShare> own = share.map(answer -> own(offer, answer));
        transcript.use(suite.hash());
        transcript.add(message.bytes());
        ServerHelloReceived13 step = new ServerHelloReceived13(offer, transcript, suite, retried, key, effects);
        return own.map(half -> step.agree(half, share.get().share())).orElseGet(step::withoutShare);
    }

    /** RFC 8446 4.2.11: one that was offered, and of the suite's hash. */
    private static Optional<OfferedKey> key(ClientOffer offer, ServerHello hello, UsableSuite suite) {
        return hello.find(PreSharedKeyExtension.INSTANCE).map(value -> {
            int place = ((Selected) value).identity();
            if (place >= offer.keys().size()) {
                throw Fault.PRE_SHARED_KEY_BAD.because(
                        "the server took key %d of %d", place, offer.keys().size());
            }
            OfferedKey key = offer.keys().get(place);
            if (key.hash() != suite.hash()) {
                throw Fault.PRE_SHARED_KEY_BAD.because(
                        "the server took a key for %s with %s", key.hash().name(), suite);
            }
            return key;
        });
    }

    private static OwnShare own(ClientOffer offer, KeyShare share) {
        return offer.shares().stream()
                .filter(sent -> sent.group().code() == share.group())
                .findFirst()
                .orElseThrow(() -> Fault.GROUP_NOT_OFFERED.because(
                        "the server answers with group 0x%04x, shares were sent for %s",
                        share.group(),
                        offer.shares().stream().map(sent -> sent.group().name()).toList()));
    }

    private State agree(OwnShare own, byte[] share) {
        effects.negotiated("group", own.group().name(), "the server answered this share");
        return effects.task(
                "agree on a secret with " + own.group().name(),
                () -> {
                    try {
                        return own.initiator().decapsulate(share);
                    } catch (IllegalShareException e) {
                        throw Fault.SHARE_ILLEGAL
                                .because("the server's share: %s", e.getMessage())
                                .causedBy(e);
                    }
                },
                shared -> changeKeys(Optional.of(own), Optional.of(shared)),
                offer);
    }

    private State withoutShare() {
        effects.negotiated("key exchange", "psk_ke", "the server sent no share");
        return changeKeys(Optional.empty(), Optional.empty());
    }

    private State changeKeys(Optional<OwnShare> own, Optional<Secret> shared) {
        KeyInputs inputs = new KeyInputs(key.map(taken -> taken.key().copy()), shared);
        offer.close();
        Optional<EarlyOffer> early = early();
        boolean mayBeTaken = early.filter(EarlyOffer::open).isPresent();
        if (!mayBeTaken) effects.stopEarlySending();
        Course course = Course.begin(
                        suite,
                        own.map(OwnShare::group),
                        retried,
                        offer.clientRandom(),
                        transcript,
                        inputs,
                        offer.config().padding(),
                        effects)
                .resuming(key.flatMap(OfferedKey::session));
        try {
            effects.installRead(course.read(course.secrets().serverTraffic()), "handshake");
        } catch (RuntimeException e) {
            course.close();
            throw e;
        }
        // RFC 8446 D.4: before the second flight, unless it stood before the second ClientHello already.
        boolean sentAlready = course.retried() || early.isPresent();
        if (offer.config().compatibilityMode() && !sentAlready) effects.sendChangeCipherSpec();
        // Early data may go on until the server says what becomes of it.
        if (!mayBeTaken) effects.installWrite(course.write(course.secrets().clientTraffic()), "handshake");
        return new AwaitEncryptedExtensions(offer, course, key.map(OfferedKey::identity), early);
    }

    /** Only with the first key may the server take early data (RFC 8446 4.2.10). */
    private Optional<EarlyOffer> early() {
        boolean first = key.isPresent() && key.get() == offer.keys().get(0);
        return first ? offer.early() : offer.early().map(EarlyOffer::refused);
    }
}
