package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.OpaqueExtension;
import dev.dovetail.tls.handshake.extension.PaddingExtension;
import dev.dovetail.tls.handshake.extension.RenegotiationInfoExtension;
import dev.dovetail.tls.handshake.extension.ServerNameExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.psk.Binders;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A client that offers TLS 1.3 alone and sends renegotiation_info all the same, behind server_name, as the recorded one
 * does. Ours has no use for it there, so its hello has five more bytes of padding. Of the hello that results, our own code
 * makes the binder.
 *
 * @param key what the hello offers
 * @param now the moment
 */
record HelloScript(OfferedKey key, Instant now) implements Script {

    private static final int RENEGOTIATION_INFO_LENGTH = 5;

    @Override
    public byte[] body(int type, byte[] own) {
        if (type != HandshakeType.CLIENT_HELLO) return own;
        HandshakeMessage message = new HandshakeMessage(HandshakeMessage.withHeader(type, own), null);
        ClientHello ours = ClientHello.read(message, Cast.CODECS);
        ExtensionBlock block = new ExtensionBlock();
        for (int code : ours.extensions().order()) {
            OpaqueExtension extension = new OpaqueExtension(code, "extension " + code, Set.of(Site.CLIENT_HELLO));
            block.with(extension, ours.extensions().data(code).orElseThrow());
            if (code == ServerNameExtension.INSTANCE.code()) {
                block.with(RenegotiationInfoExtension.INSTANCE, new byte[0]);
            }
        }
        int padding = ours.find(PaddingExtension.INSTANCE).orElseThrow();
        block.with(PaddingExtension.INSTANCE, padding - RENEGOTIATION_INFO_LENGTH);
        WireWriter out = WireWriter.of("ClientHello");
        Binders.bound(ours.with(block), List.of(key), now, new Transcript()::fork)
                .write(out);
        return out.toBytes();
    }
}
