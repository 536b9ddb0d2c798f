package dev.dovetail.tls.macs.hmac;

import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;

/** What the hash algorithms have in common: all but names and lengths. */
abstract class JdkHash implements HashAlgorithm {

    private static final String PROVIDER = "SUN";

    private final String name;
    private final String algorithm;
    private final int length;
    private final Mac hmac;

    /** With the JCA's name for the algorithm. */
    JdkHash(String name, String algorithm, int length, Mac hmac) {
        this.name = name;
        this.algorithm = algorithm;
        this.length = length;
        this.hmac = hmac;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String implementation() {
        return "JDK";
    }

    /** A hash without a copy of its state would not do: transcripts are read while they grow (RFC 8446 4.4.1). */
    @Override
    public final Availability availability() {
        try {
            start().fork();
            return Availability.available();
        } catch (IllegalStateException e) {
            return Availability.unavailable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public final int length() {
        return length;
    }

    @Override
    public final Hash start() {
        try {
            return new DigestHash(find());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no " + algorithm, e);
        }
    }

    @Override
    public final Mac hmac() {
        return hmac;
    }

    /**
     * Choice: SUN by its name, because a part that calls itself JDK, and is measured as such, must not turn into
     * another one when somebody installs a provider before it. A platform without SUN has its own name for its own
     * hashes, so there the platform's first choice is the JDK's.
     */
    private MessageDigest find() throws NoSuchAlgorithmException {
        Provider provider = Security.getProvider(PROVIDER);
        return provider != null ? MessageDigest.getInstance(algorithm, provider) : MessageDigest.getInstance(algorithm);
    }
}
