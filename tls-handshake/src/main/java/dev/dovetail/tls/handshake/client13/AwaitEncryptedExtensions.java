package dev.dovetail.tls.handshake.client13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.client.EarlyOffer;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.ContentLimits;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.State13;
import java.util.Optional;

/**
 * A client behind ServerHello.
 *
 * @param offer what was sent
 * @param course keys and transcript
 * @param key the identity of the pre-shared key that the server took
 * @param early the early data that was offered
 */
public record AwaitEncryptedExtensions(
        ClientOffer offer, Course course, Optional<byte[]> key, Optional<EarlyOffer> early) implements State13 {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.ENCRYPTED_EXTENSIONS) throw unexpected(message, "EncryptedExtensions");
        WireReader in = message.body();
        ExtensionBlock answers = ExtensionBlock.read(in, Site.ENCRYPTED_EXTENSIONS, offer.codecs());
        in.done();
        offer.refuseUnsolicited(answers, "EncryptedExtensions");
        ContentLimits limits = ContentLimits.answered(
                answers, offer.config().recordSizeLimit(), offer.config().maxFragmentLength(), 1);
        effects.contentLimits(limits.read(), limits.write());
        Optional<String> protocol = offer.applicationProtocol(answers);
        protocol.ifPresent(chosen -> effects.negotiated("application protocol", chosen, "the server chose it"));
        offer.dialogue()
                .answered(answers, ProtocolVersion.TLS_1_3, offer.config().serverName());
        early.ifPresent(offered -> settle(offered, answers.has(EarlyDataExtension.INSTANCE), protocol, effects));
        course.transcript().add(message.bytes());
        if (key.isEmpty()) return new AwaitCertificate(offer, course, protocol, Optional.empty());
        // RFC 8446 4.3.2 and 4.4.2: with a pre-shared key nobody sends or asks for a certificate.
        PeerChecked peer = course.resumed()
                .map(session -> PeerChecked.bySession(
                        session.peer(), offer.config().selection().verifying()))
                .orElseGet(() -> PeerChecked.byPreSharedKey(key.get()));
        return new AwaitServerFinished(offer, course, protocol, Optional.empty(), peer);
    }

    private void settle(EarlyOffer offered, boolean taken, Optional<String> protocol, Effects effects) {
        if (!taken) {
            effects.stopEarlySending();
            effects.settleEarlyData(offered.rejected(protocol));
            effects.negotiated("early data", "rejected", "the server did not take it");
            if (offered.open())
                effects.installWrite(course.write(course.secrets().clientTraffic()), "handshake");
            return;
        }
        if (!offered.fits(course.suite(), protocol)) {
            throw Fault.EARLY_DATA_BAD.because(
                    "the server took it with %s and %s; it was for %s and %s, with the first of our keys",
                    course.suite(),
                    protocol.orElse("no protocol"),
                    offered.suite(),
                    offered.applicationProtocol().orElse("no protocol"));
        }
        effects.settleEarlyData(EarlyDataOutcome.ACCEPTED);
        effects.negotiated("early data", "accepted", "the server took it");
    }

    @Override
    public void close() {
        course.close();
    }
}
