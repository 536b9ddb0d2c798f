package dev.dovetail.tls.provider.accp;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;

/** Loads the provider, in a class of its own, because without the provider's jar this one can't even be verified. */
final class Library {

    private Library() {}

    /** Links the native library and waits for the self tests. */
    static Installation load() {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        Throwable error = provider.getLoadingError();
        if (error != null) return Installation.judge(provider, error, SelfTestStatus.NOT_RUN);
        // ACCP runs them in the background anyway, and its first algorithm would wait for them.
        return Installation.judge(provider, null, provider.runSelfTests());
    }
}
