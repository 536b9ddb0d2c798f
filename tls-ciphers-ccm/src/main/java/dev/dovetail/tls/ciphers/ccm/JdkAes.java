package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import javax.crypto.Cipher;

/** Where the JDK's AES comes from. */
final class JdkAes {

    /** The length of a block in bytes. */
    static final int BLOCK = 16;

    private static final String PROVIDER = "SunJCE";

    private JdkAes() {}

    /**
     * The JDK's own cipher. Choice: SunJCE by its name, because a part that calls itself JDK, and is measured as such,
     * must not turn into another one when somebody installs a provider before it. A platform without SunJCE has its own
     * name for its own AES, so there the platform's first choice is the JDK's.
     */
    static Cipher cipher(String transformation) {
        try {
            return find(transformation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(transformation + " is not available here", e);
        }
    }

    /** Whether the algorithm is there and the JDK's crypto policy allows keys as long as ours. */
    static Availability availability(String transformation, int keyLength) {
        try {
            find(transformation);
            int most = Cipher.getMaxAllowedKeyLength(transformation);
            return 8 * keyLength <= most
                    ? Availability.available()
                    : Availability.unavailable("the JDK's policy allows AES keys of up to " + most
                            + " bits: set the security property crypto.policy to unlimited");
        } catch (GeneralSecurityException e) {
            return Availability.unavailable("the JDK has no " + transformation + ": " + e.getMessage());
        }
    }

    private static Cipher find(String transformation) throws GeneralSecurityException {
        Provider provider = Security.getProvider(PROVIDER);
        return provider != null ? Cipher.getInstance(transformation, provider) : Cipher.getInstance(transformation);
    }
}
