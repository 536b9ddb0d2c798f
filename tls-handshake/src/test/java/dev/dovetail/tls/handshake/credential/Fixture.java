package dev.dovetail.tls.handshake.credential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The files that make-fixtures.sh made. */
final class Fixture {

    private Fixture() {}

    static String text(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path path(String name) {
        try {
            return Path.of(Fixture.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] base64(String name) {
        return Base64.getMimeDecoder().decode(text(name));
    }

    static X509Certificate certificate(String name) {
        byte[] text = text(name + ".crt.pem").getBytes(StandardCharsets.US_ASCII);
        return PemCertificates.read(text, name, List.of()).get(0);
    }

    static List<X509Certificate> chain(String... names) {
        return Arrays.stream(names).map(Fixture::certificate).toList();
    }
}
