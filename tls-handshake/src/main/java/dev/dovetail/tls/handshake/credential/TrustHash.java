package dev.dovetail.tls.handshake.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names what a {@link PkixVerifier} trusts. */
final class TrustHash {

    private TrustHash() {}

    static byte[] of(List<X509Certificate> roots, Optional<Instant> at, boolean anyName) {
        MessageDigest hash = sha256();
        hash.update(("pkix " + at.map(Instant::toString).orElse("now") + " " + anyName + " ")
                .getBytes(StandardCharsets.US_ASCII));
        // Each root's own hash, so that no two lists run together; sorted, since their order decides nothing.
        roots.stream().map(TrustHash::of).sorted(Arrays::compare).forEach(hash::update);
        return hash.digest();
    }

    private static byte[] of(X509Certificate root) {
        try {
            return sha256().digest(root.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a root that was read can't be written", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
