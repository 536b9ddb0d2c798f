package dev.dovetail.tls.interop;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;

/** Certificates and keys as files for other programs, in a folder that goes away with the JVM. */
final class PemFiles {

    private static final Path FOLDER = folder();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path ROOT = write("root", Pki.ROOT.pem());
    private static final Map<Authority, Path> ROOTS = new ConcurrentHashMap<>();
    private static final Map<Issued, Written> WRITTEN = new ConcurrentHashMap<>();

    private record Written(Path chain, Path key) {}

    private PemFiles() {}

    /** The root that both sides trust. */
    static String root() {
        return ROOT.toString();
    }

    /** The root of certificates of a kind. */
    static String root(KeyKind kind) {
        return ROOTS.computeIfAbsent(Pki.root(kind), one -> write("root", one.pem()))
                .toString();
    }

    /** The chain, leaf first. */
    static String chain(Issued issued) {
        return files(issued).chain().toString();
    }

    /** The private key. */
    static String key(Issued issued) {
        return files(issued).key().toString();
    }

    /** The key that both sides have already, as GnuTLS wants it. */
    static String pskPassword() {
        return write("psk.txt", Psk.IDENTITY + ":" + Psk.HEX + "\n").toString();
    }

    /** Parameters for Diffie-Hellman. */
    static String ffdhe2048() {
        DHParameters group = DHStandardGroups.rfc7919_ffdhe2048;
        try {
            byte[] der = new DHParameter(group.getP(), group.getG(), 0).getEncoded();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            String pem = "-----BEGIN DH PARAMETERS-----\n" + base64 + "\n-----END DH PARAMETERS-----\n";
            return write("ffdhe2048.pem", pem).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any other file for a program. */
    static Path write(String name, String content) {
        return write(name, content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** Any other file for a program. */
    static Path write(String name, byte[] content) {
        try {
            Path file = Files.write(FOLDER.resolve(COUNT.incrementAndGet() + "-" + name), content);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written files(Issued issued) {
        return WRITTEN.computeIfAbsent(
                issued, one -> new Written(write("chain.pem", one.chainPem()), write("key.pem", one.privateKeyPem())));
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("dovetail-interop");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
