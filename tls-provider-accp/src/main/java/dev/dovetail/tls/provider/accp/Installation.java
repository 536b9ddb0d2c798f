package dev.dovetail.tls.provider.accp;

import com.amazon.corretto.crypto.provider.SelfTestStatus;
import dev.dovetail.tls.api.spi.Availability;
import java.security.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found of the provider.
 *
 * @param found the provider; empty if it can't be used
 * @param reason why it can't be used; empty if it can
 */
record Installation(Optional<Provider> found, Optional<String> reason) {

    private static final String ARTIFACT = "software.amazon.cryptools:AmazonCorrettoCryptoProvider";

    /** Loads the provider and its native library, and waits for its self tests. */
    static Installation find() {
        try {
            return Library.load();
        } catch (NoClassDefFoundError missing) {
            return without("the provider is not there: add " + ARTIFACT
                    + " with the classifier of this platform, for example linux-x86_64 (" + missing + ")");
        } catch (LinkageError | RuntimeException broken) {
            return without("the provider can't be loaded: " + broken);
        }
    }

    /** The verdict on a provider that was loaded. */
    static Installation judge(Provider provider, @Nullable Throwable loadingError, SelfTestStatus selfTests) {
        if (loadingError != null) {
            return without("its native library can't be loaded on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": " + causes(loadingError) + "; take the jar of " + ARTIFACT
                    + " whose classifier is this platform's, and let it write to the directory for temporary files");
        }
        if (selfTests != SelfTestStatus.PASSED) {
            return without("its self tests did not pass (" + selfTests
                    + "): its log has the details; remove it, or replace it by another version");
        }
        return new Installation(Optional.of(provider), Optional.empty());
    }

    Availability has(String type, String algorithm) {
        if (reason.isPresent()) return Availability.unavailable(reason.get());
        Provider provider = provider();
        return provider.getService(type, algorithm) != null
                ? Availability.available()
                : Availability.unavailable(
                        "version " + provider.getVersionStr() + " of the provider has no " + type + " " + algorithm);
    }

    Provider provider() {
        return found.orElseThrow(
                () -> new IllegalStateException("ACCP is not available: " + reason.orElse("for no known reason")));
    }

    /** The loader keeps the failure of the library on the system's path beside that of the one in the jar. */
    private static String causes(Throwable error) {
        StringBuilder text = new StringBuilder(String.valueOf(error));
        for (Throwable also : error.getSuppressed())
            text.append(" (and ").append(also).append(")");
        return text.toString();
    }

    private static Installation without(String reason) {
        return new Installation(Optional.empty(), Optional.of(reason));
    }
}
