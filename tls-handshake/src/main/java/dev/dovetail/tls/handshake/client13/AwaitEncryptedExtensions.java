package dev.dovetail.tls.handshake.client13;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
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
 * @param key the name of the pre-shared key that the server took
 */
public record AwaitEncryptedExtensions(ClientOffer offer, Course course, Optional<byte[]> key) implements State13 {

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
        course.transcript().add(message.bytes());
        if (key.isEmpty()) return new AwaitCertificate(offer, course, protocol, Optional.empty());
        // RFC 8446 4.3.2 and 4.4.2: with a pre-shared key nobody sends or asks for a certificate.
        PeerChecked peer = PeerChecked.byPreSharedKey(key.get());
        return new AwaitServerFinished(offer, course, protocol, Optional.empty(), peer);
    }

    @Override
    public void close() {
        course.close();
    }
}
