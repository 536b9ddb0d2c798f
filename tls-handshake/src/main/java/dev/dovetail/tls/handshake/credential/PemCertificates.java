package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The certificates in PEM text, in their order; other blocks are left alone. */
final class PemCertificates {

    private PemCertificates() {}

    static List<X509Certificate> read(byte[] text, String source, Collection<? extends SignatureScheme> schemes) {
        CertificateReader reader = new CertificateReader(schemes);
        List<X509Certificate> found = new ArrayList<>();
        List<PemBlock> blocks = PemReader.read(text, source);
        try {
            for (PemBlock block : blocks) {
                // X509 CERTIFICATE is what RFC 7468 5.1 tells parsers to take as well.
                if (block.label().equals("CERTIFICATE") || block.label().equals("X509 CERTIFICATE")) {
                    found.add(certificate(reader, block, source, found.size() + 1));
                }
            }
            if (found.isEmpty()) throw new IllegalArgumentException(missing(blocks, source));
            return List.copyOf(found);
        } finally {
            blocks.forEach(PemBlock::wipe);
        }
    }

    private static X509Certificate certificate(CertificateReader reader, PemBlock block, String source, int number) {
        try {
            return reader.read(block.content());
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException(
                    source + ": certificate " + number + " can't be parsed: " + malformed.getMessage(), malformed);
        }
    }

    private static String missing(List<PemBlock> blocks, String source) {
        String wanted = source + ": wanted a CERTIFICATE block, found " + found(blocks);
        boolean trusted = blocks.stream().anyMatch(block -> block.label().equals("TRUSTED CERTIFICATE"));
        return trusted ? wanted + "; write it as a plain one with: openssl x509 -in FILE -out NEW" : wanted;
    }

    static String found(List<PemBlock> blocks) {
        if (blocks.isEmpty()) return "no PEM block at all (text with -----BEGIN lines; DER has to be converted)";
        return String.join(", ", blocks.stream().map(PemBlock::label).toList());
    }
}
