package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Arrays;
import java.util.Optional;

/**
 * ServerKeyExchange of TLS 1.2 (RFC 5246 7.4.3): the key exchange's parameters, and their signature where the suite has
 * one.
 *
 * @param hint psk_identity_hint, in front of the parameters of PSK suites (RFC 4279 2)
 * @param params as they stand on the wire, without the hint
 * @param signature over both randoms and the parameters
 */
public record ServerKeyExchange12(Optional<byte[]> hint, byte[] params, Optional<CertificateVerify> signature) {

    /**
     * Reads it: the key exchange takes the parameters, and their bytes are kept for the signature.
     *
     * @param message the message
     * @param exchange reads the parameters, if there are some
     * @param suite says what else stands there
     * @param signed whether a signature follows
     * @return parameters and signature
     */
    public static ServerKeyExchange12 read(
            HandshakeMessage message, KeyExchange.Client exchange, UsableSuite suite, boolean signed) {
        WireReader in = message.body();
        Optional<byte[]> hint = suite.suite().authentication().preShared()
                ? Optional.of(in.block("psk_identity_hint", 2, 0, 0xffff))
                : Optional.empty();
        int start = message.bytes().length - in.remaining();
        try {
            if (hasParams(suite)) exchange.readParams(in);
        } catch (IllegalShareException e) {
            throw in.fault(Fault.SHARE_ILLEGAL, "%s", e.getMessage()).causedBy(e);
        }
        byte[] bytes = message.bytes();
        byte[] params = Arrays.copyOfRange(bytes, start, bytes.length - in.remaining());
        Optional<CertificateVerify> signature = signed ? Optional.of(CertificateVerify.read(in)) : Optional.empty();
        in.done();
        return new ServerKeyExchange12(hint, params, signature);
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        hint.ifPresent(value -> out.block("psk_identity_hint", 2, value));
        out.bytes("params", params);
        signature.ifPresent(value -> value.write(out));
    }

    /**
     * What is signed (RFC 5246 7.4.3).
     *
     * @param clientRandom 32 bytes
     * @param serverRandom 32 bytes
     * @param params as they stand on the wire
     * @return all three, joined
     */
    public static byte[] signedContent(byte[] clientRandom, byte[] serverRandom, byte[] params) {
        byte[] content = Arrays.copyOf(clientRandom, clientRandom.length + serverRandom.length + params.length);
        System.arraycopy(serverRandom, 0, content, clientRandom.length, serverRandom.length);
        System.arraycopy(params, 0, content, clientRandom.length + serverRandom.length, params.length);
        return content;
    }

    private static boolean hasParams(UsableSuite suite) {
        return suite.keyExchange()
                .filter(kind -> kind.params() != KeyExchange.Params.NONE)
                .isPresent();
    }
}
