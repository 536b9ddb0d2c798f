package dev.dovetail.tls.suites.integrity;

import dev.dovetail.tls.api.Secret;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** One key in a JCA Mac, which is keyed once and used again for each record. For one thread at a time. */
final class JdkHmac implements AutoCloseable {

    private static final String PROVIDER = "SunJCE";

    private final String algorithm;
    private final int length;
    private @Nullable Mac mac;

    /** Copies the secret, which stays the caller's; the copy is wiped once the Mac has made its own of it. */
    JdkHmac(String algorithm, Secret secret) {
        this.algorithm = algorithm;
        HmacKey key = new HmacKey(algorithm, secret.with(byte[]::clone));
        try {
            Mac fresh = find(algorithm);
            fresh.init(key);
            this.length = fresh.getMacLength();
            this.mac = fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is not available here", e);
        } finally {
            key.destroy();
        }
    }

    /**
     * Choice: SunJCE by its name, because a part that calls itself JDK, and is measured as such, must not turn into
     * another one when somebody installs a provider before it. Where there is none, the platform's first choice is its own.
     */
    static Mac find(String algorithm) throws GeneralSecurityException {
        Provider provider = Security.getProvider(PROVIDER);
        return provider != null ? Mac.getInstance(algorithm, provider) : Mac.getInstance(algorithm);
    }

    int length() {
        return length;
    }

    /** RFC 9150 5: what stands in front of the text. */
    void begin(byte[] nonce, byte[] aad, int aadLength) {
        if (nonce.length != length) {
            throw new IllegalArgumentException("the nonce has " + nonce.length + " bytes, not " + length);
        }
        Mac ready = open();
        ready.reset();
        ready.update(nonce);
        ready.update(aad, 0, aadLength);
    }

    void update(byte[] in, int offset, int count) {
        open().update(in, offset, count);
    }

    /** Writes the tag. */
    void finish(byte[] out, int offset) {
        try {
            open().doFinal(out, offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " failed", e);
        }
    }

    /** Drops the key: a key of zeros makes SunJCE overwrite the old one. */
    @Override
    public void close() {
        Mac last = mac;
        if (last == null) return;
        mac = null;
        try {
            last.init(new HmacKey(algorithm, new byte[1]));
        } catch (GeneralSecurityException e) {
            // The provider keeps its copy until it is collected: nothing more can be done, and closing must not fail.
            return;
        }
    }

    private Mac open() {
        Mac ready = mac;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        return ready;
    }
}
