package dev.dovetail.tls.jsse.reload;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates in PEM text (RFC 7468 5.1), in their order. */
final class PemBundle {

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN (?:X509 )?CERTIFICATE-----");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (X509 )?CERTIFICATE-----([^-]*)-----END (?:X509 )?CERTIFICATE-----");

    private PemBundle() {}

    static List<X509Certificate> read(String text, String source, List<SignatureScheme> schemes)
            throws CertificateException {
        CertificateReader reader = new CertificateReader(schemes);
        List<X509Certificate> found = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            try {
                found.add(reader.read(Base64.getMimeDecoder().decode(blocks.group(2))));
            } catch (CertificateException | IllegalArgumentException malformed) {
                throw new CertificateException(
                        source + ": certificate " + (found.size() + 1) + " can't be parsed: " + malformed.getMessage(),
                        malformed);
            }
        }
        // A block without an end is half of a file: less would be trusted than somebody meant.
        if (BEGIN.matcher(text).results().count() != found.size()) {
            throw new CertificateException(source + ": a CERTIFICATE block does not end");
        }
        return found;
    }
}
