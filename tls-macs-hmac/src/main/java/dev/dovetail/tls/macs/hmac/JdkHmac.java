package dev.dovetail.tls.macs.hmac;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.Shelf;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.function.Function;

/** What the HMACs have in common: all but names and lengths. */
abstract class JdkHmac implements Mac {

    private static final String PROVIDER = "SunJCE";

    private final String name;
    private final String algorithm;
    private final int length;
    private final int blockLength;
    private final int minimumPadding;
    private final Shelf<javax.crypto.Mac> idle = new Shelf<>();

    /** With the JCA's name for the algorithm, and the lengths that {@link Mac} asks for. */
    JdkHmac(String name, String algorithm, int length, int blockLength, int minimumPadding) {
        this.name = name;
        this.algorithm = algorithm;
        this.length = length;
        this.blockLength = blockLength;
        this.minimumPadding = minimumPadding;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Availability availability() {
        try {
            find();
            return Availability.available();
        } catch (NoSuchAlgorithmException e) {
            return Availability.unavailable("the JDK has no " + algorithm + ": " + e.getMessage());
        }
    }

    @Override
    public final int length() {
        return length;
    }

    /** RFC 5246 A.6: mac_key_length is as long as the result. */
    @Override
    public final int keyLength() {
        return length;
    }

    @Override
    public final int blockLength() {
        return blockLength;
    }

    @Override
    public final int minimumPadding() {
        return minimumPadding;
    }

    @Override
    public final Keyed keyed(Secret key) {
        try {
            return new KeyedHmac(find(), HmacKey.copyOf(key, algorithm), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is not available here", e);
        }
    }

    /**
     * With a Mac that was used before, if there is one: finding it costs more than a derivation. None goes back that failed,
     * or that anybody else could still hold: what is lent here ends here.
     */
    @Override
    public final <T> T with(Secret key, Function<? super Keyed, T> use) {
        try {
            javax.crypto.Mac used = idle.take();
            javax.crypto.Mac mac = used == null ? find() : used;
            T result;
            try (KeyedHmac keyed = new KeyedHmac(mac, HmacKey.copyOf(key, algorithm), length)) {
                result = use.apply(keyed);
            }
            idle.put(mac);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is not available here", e);
        }
    }

    /**
     * Choice: SunJCE by its name, because a part that calls itself JDK, and is measured as such, must not turn into
     * another one when somebody installs a provider before it. A platform without SunJCE has its own name for its own
     * MACs, so there the platform's first choice is the JDK's.
     */
    private javax.crypto.Mac find() throws NoSuchAlgorithmException {
        Provider provider = Security.getProvider(PROVIDER);
        return provider != null
                ? javax.crypto.Mac.getInstance(algorithm, provider)
                : javax.crypto.Mac.getInstance(algorithm);
    }
}
