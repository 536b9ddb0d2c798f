package dev.dovetail.tls.handshake.client13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.client.OwnShare;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.KeyShare;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.tls13.Course;

/** What a client does with a ServerHello of TLS 1.3: agrees on the secret and changes both keys. */
public final class ServerHelloReceived13 {

    private ServerHelloReceived13() {}

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
        KeyShare share = hello.find(KeyShareExtension.INSTANCE)
                .map(list -> list.get(0))
                .orElseThrow(() -> Fault.EXTENSION_MISSING.because("ServerHello has no key_share"));
        OwnShare own = offer.shares().stream()
                .filter(sent -> sent.group().code() == share.group())
                .findFirst()
                .orElseThrow(() -> Fault.GROUP_NOT_OFFERED.because(
                        "the server answers with group 0x%04x, shares were sent for %s",
                        share.group(),
                        offer.shares().stream().map(sent -> sent.group().name()).toList()));
        effects.negotiated("group", own.group().name(), "the server answered this share");
        transcript.use(suite.hash());
        transcript.add(message.bytes());
        return effects.task(
                "agree on a secret with " + own.group().name(),
                () -> {
                    try {
                        return own.initiator().decapsulate(share.share());
                    } catch (IllegalShareException e) {
                        throw Fault.SHARE_ILLEGAL
                                .because("the server's share: %s", e.getMessage())
                                .causedBy(e);
                    }
                },
                shared -> {
                    offer.close();
                    Course course = Course.begin(
                            suite,
                            own.group(),
                            retried,
                            offer.clientRandom(),
                            transcript,
                            shared,
                            offer.config().padding(),
                            effects);
                    return changeKeys(offer, course, effects);
                },
                offer);
    }

    private static State changeKeys(ClientOffer offer, Course course, Effects effects) {
        try {
            effects.installRead(course.read(course.secrets().serverTraffic()), "handshake");
        } catch (RuntimeException e) {
            course.close();
            throw e;
        }
        // RFC 8446 D.4: before the second flight, unless it stood before the second ClientHello already.
        if (offer.config().compatibilityMode() && !course.retried()) effects.sendChangeCipherSpec();
        effects.installWrite(course.write(course.secrets().clientTraffic()), "handshake");
        return new AwaitEncryptedExtensions(offer, course);
    }
}
