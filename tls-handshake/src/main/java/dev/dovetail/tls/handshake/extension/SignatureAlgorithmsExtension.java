package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.List;
import java.util.Set;

/**
 * signature_algorithms and signature_algorithms_cert (RFC 8446 4.2.3): numbers of schemes, best first.
 *
 * @param code its number
 * @param name IANA's spelling
 */
public record SignatureAlgorithmsExtension(int code, String name) implements ExtensionCodec<List<Integer>> {

    /** What may sign the handshake. */
    public static final SignatureAlgorithmsExtension INSTANCE =
            new SignatureAlgorithmsExtension(13, "signature_algorithms");

    /** What may sign certificates. */
    public static final SignatureAlgorithmsExtension FOR_CERTIFICATES =
            new SignatureAlgorithmsExtension(50, "signature_algorithms_cert");

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.CERTIFICATE_REQUEST);
    }

    @Override
    public void write(Site site, List<Integer> schemes, WireWriter out) {
        CodeList.write("supported_signature_algorithms", schemes, out);
    }

    @Override
    public List<Integer> read(Site site, WireReader in) {
        return CodeList.read("supported_signature_algorithms", "signature_scheme", in);
    }
}
