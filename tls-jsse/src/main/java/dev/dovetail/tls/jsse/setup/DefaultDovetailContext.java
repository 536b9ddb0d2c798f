package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.jsse.DovetailOptions;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** The context of {@link javax.net.ssl.SSLContext#getDefault()}: initialised from the properties {@code javax.net.ssl.*}. */
public final class DefaultDovetailContext extends DovetailContext {

    /**
     * Reads key store and trust store now.
     *
     * @param options what there is and what is on
     * @throws KeyManagementException if one of them can't be read
     */
    public DefaultDovetailContext(DovetailOptions options) throws KeyManagementException {
        super(options, List.of());
        super.engineInit(DefaultManagers.keys(), null, null);
    }

    @Override
    protected void engineInit(
            KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("the default context is initialised already");
    }
}
