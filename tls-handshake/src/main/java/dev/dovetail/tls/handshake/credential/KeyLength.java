package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.OptionalInt;
import javax.crypto.interfaces.DHKey;
import org.jspecify.annotations.Nullable;

/**
 * The shortest keys in chains that the JDK does not judge, for kinds whose length can be told. What
 * {@code jdk.certpath.disabledAlgorithms} says can't be asked without a path that the JDK reads.
 */
final class KeyLength {

    // Choice: 112 bits of strength (NIST SP 800-57 part 1), above what the JDK itself begins with.
    private static final int LEAST_BITS = 2048;
    private static final int LEAST_CURVE_BITS = 224;

    private KeyLength() {}

    /**
     * Returns if the key in a certificate is long enough, or is of a kind of which only a plug-in knows.
     *
     * @throws TlsFault if it is too short
     */
    static void require(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        OptionalInt bits = bits(key);
        int least = key instanceof ECKey ? LEAST_CURVE_BITS : LEAST_BITS;
        if (bits.isEmpty() || bits.getAsInt() >= least) return;
        throw new TlsFault(
                Fault.CERTIFICATE_INVALID,
                "the certificate of " + CertificateText.subject(certificate) + " has a key of " + key.getAlgorithm()
                        + " with " + bits.getAsInt() + " bits, and " + least + " are the least: have one issued for a"
                        + " longer key");
    }

    /** Zero where the parameters are left to the issuer: nobody looks them up here. */
    private static OptionalInt bits(PublicKey key) {
        if (key instanceof RSAKey rsa) return OptionalInt.of(rsa.getModulus().bitLength());
        if (key instanceof ECKey ec) {
            return length(ec.getParams() == null ? null : ec.getParams().getOrder());
        }
        if (key instanceof DSAKey dsa) {
            return length(dsa.getParams() == null ? null : dsa.getParams().getP());
        }
        if (key instanceof DHKey dh) {
            return length(dh.getParams() == null ? null : dh.getParams().getP());
        }
        return OptionalInt.empty();
    }

    private static OptionalInt length(@Nullable BigInteger number) {
        return OptionalInt.of(number == null ? 0 : number.bitLength());
    }
}
