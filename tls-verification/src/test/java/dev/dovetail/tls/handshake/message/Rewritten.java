package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Handshake messages that are read with the codec for them and written again. */
public final class Rewritten {

    private static final Codecs CODECS = Codecs.with(List.of());

    private Rewritten() {}

    /** A message of TLS 1.2. */
    public static byte[] tls12(byte[] message) {
        HandshakeMessage in = new HandshakeMessage(message, null);
        return withHeader(
                message,
                switch (in.type()) {
                    case HandshakeType.CERTIFICATE -> Certificate12.read(in)::write;
                    case HandshakeType.CERTIFICATE_REQUEST -> CertificateRequest12.read(in)::write;
                    default -> either(in);
                });
    }

    /** A message of TLS 1.3. */
    public static byte[] tls13(byte[] message) {
        HandshakeMessage in = new HandshakeMessage(message, null);
        return withHeader(
                message,
                switch (in.type()) {
                    case HandshakeType.CERTIFICATE -> Certificate13.read(in, CODECS)::write;
                    case HandshakeType.CERTIFICATE_REQUEST -> CertificateRequest13.read(in, CODECS)::write;
                    case HandshakeType.ENCRYPTED_EXTENSIONS -> encryptedExtensions(in);
                    case HandshakeType.NEW_SESSION_TICKET -> ticket(NewSessionTicket13.read(in, CODECS));
                    case HandshakeType.KEY_UPDATE -> KeyUpdate.read(in)::write;
                    default -> either(in);
                });
    }

    private static Consumer<WireWriter> either(HandshakeMessage in) {
        return switch (in.type()) {
            case HandshakeType.CLIENT_HELLO -> ClientHello.read(in, CODECS)::write;
            case HandshakeType.SERVER_HELLO -> ServerHello.read(in, CODECS)::write;
            case HandshakeType.CERTIFICATE_VERIFY -> CertificateVerify.read(in)::write;
            case HandshakeType.FINISHED -> finished(in);
            default -> throw new AssertionError("no codec for " + in.name());
        };
    }

    private static Consumer<WireWriter> encryptedExtensions(HandshakeMessage in) {
        WireReader body = in.body();
        ExtensionBlock block = ExtensionBlock.read(body, Site.ENCRYPTED_EXTENSIONS, CODECS);
        body.done();
        return out -> block.write(Site.ENCRYPTED_EXTENSIONS, out);
    }

    /** Nothing here writes tickets yet, so their fields are put together by the test. */
    private static Consumer<WireWriter> ticket(NewSessionTicket13 ticket) {
        return out -> {
            out.u32("ticket_lifetime", ticket.lifetime());
            out.u32("ticket_age_add", ticket.ageAdd());
            out.block("ticket_nonce", 1, ticket.nonce());
            out.block("ticket", 2, ticket.ticket());
            ticket.extensions().write(Site.NEW_SESSION_TICKET, out);
        };
    }

    /** Its length is not its own affair: the suite's hash decides, and in TLS 1.2 it is 12. */
    private static Consumer<WireWriter> finished(HandshakeMessage in) {
        Finished finished = Finished.read(in, in.bytes().length - HandshakeMessage.HEADER);
        return out -> out.bytes("verify_data", finished.verifyData());
    }

    private static byte[] withHeader(byte[] message, Consumer<WireWriter> body) {
        WireWriter out = WireWriter.of("rewritten");
        out.bytes("type", Arrays.copyOf(message, 1));
        try (WireWriter.Block block = out.open("body", 3)) {
            body.accept(out);
        }
        return out.toBytes();
    }
}
