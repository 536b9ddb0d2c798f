package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/**
 * Where the JDK's own algorithms come from. Choice: SunJCE by its name, because a part that calls itself JDK, and is
 * measured as such, must not turn into another one when somebody installs a provider before it. A platform without SunJCE
 * has its own name for its own, so there the platform's first choice is the JDK's.
 */
final class SunJce {

    private static final String NAME = "SunJCE";

    /** Looks something up. */
    @FunctionalInterface
    interface Search<T> {
        T find() throws GeneralSecurityException;
    }

    private SunJce() {}

    static Cipher cipher(String algorithm) throws GeneralSecurityException {
        Provider provider = Security.getProvider(NAME);
        return provider != null ? Cipher.getInstance(algorithm, provider) : Cipher.getInstance(algorithm);
    }

    static Mac mac(String algorithm) throws GeneralSecurityException {
        Provider provider = Security.getProvider(NAME);
        return provider != null ? Mac.getInstance(algorithm, provider) : Mac.getInstance(algorithm);
    }

    /** A JDK may have dropped, or an administrator disabled, what is as old as this. */
    static Availability availability(String algorithm, Search<?> search) {
        try {
            search.find();
            return Availability.available();
        } catch (GeneralSecurityException e) {
            return Availability.unavailable("the JDK has no " + algorithm + ": " + e.getMessage());
        }
    }
}
