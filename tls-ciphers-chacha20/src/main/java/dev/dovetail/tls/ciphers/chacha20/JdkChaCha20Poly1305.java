package dev.dovetail.tls.ciphers.chacha20;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.BulkCipher;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import javax.crypto.Cipher;

/** ChaCha20-Poly1305 (RFC 8439 2.8), computed by the JDK. */
@AutoService(BulkCipher.class)
public final class JdkChaCha20Poly1305 extends ChaCha20Poly1305Cipher {

    private static final String TRANSFORMATION = "ChaCha20-Poly1305";
    private static final String PROVIDER = "SunJCE";

    private final CiphertextCopies copies = new CiphertextCopies();

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public JdkChaCha20Poly1305() {}

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public Availability availability() {
        try {
            find();
            int most = Cipher.getMaxAllowedKeyLength(TRANSFORMATION);
            return 8 * KEY <= most
                    ? Availability.available()
                    : Availability.unavailable("the JDK's policy allows ChaCha20 keys of up to " + most
                            + " bits: set the security property crypto.policy to unlimited");
        } catch (GeneralSecurityException e) {
            return Availability.unavailable("the JDK has no " + TRANSFORMATION + ": " + e.getMessage());
        }
    }

    @Override
    public Sealer sealer(Secret key) {
        return new JdkSealer(cipher(), ChaCha20Key.copyOf(key));
    }

    @Override
    public Opener opener(Secret key) {
        return new JdkOpener(cipher(), ChaCha20Key.copyOf(key), copies);
    }

    private static Cipher cipher() {
        try {
            return find();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(TRANSFORMATION + " is not available here", e);
        }
    }

    /**
     * Choice: SunJCE by its name, because a part that calls itself JDK, and is measured as such, must not turn into
     * another one when somebody installs a provider before it. A platform without SunJCE has its own name for its own
     * ciphers, so there the platform's first choice is the JDK's.
     */
    private static Cipher find() throws GeneralSecurityException {
        Provider provider = Security.getProvider(PROVIDER);
        return provider != null ? Cipher.getInstance(TRANSFORMATION, provider) : Cipher.getInstance(TRANSFORMATION);
    }
}
