package dev.dovetail.tls.suites.integrity;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;

/**
 * RFC 9150 5: the text as it is, and an HMAC over nonce, additional data and text for a tag. Key and nonce are as long as the
 * hash (RFC 9150 6). The additional data is not delimited from what follows; TLS 1.3's is always five bytes.
 */
abstract class IntegrityAead implements AeadCipher {

    private final String name;
    private final String algorithm;
    private final int length;

    IntegrityAead(String name, String algorithm, int length) {
        this.name = name;
        this.algorithm = algorithm;
        this.length = length;
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
            JdkHmac.find(algorithm);
            return Availability.available();
        } catch (GeneralSecurityException e) {
            return Availability.unavailable("the JDK has no " + algorithm + ": " + e.getMessage());
        }
    }

    @Override
    public final int keyLength() {
        return length;
    }

    @Override
    public final int nonceLength() {
        return length;
    }

    @Override
    public final int tagLength() {
        return length;
    }

    /** No suite of TLS 1.2 has it; the whole nonce would come from the key block. */
    @Override
    public final Tls12Nonce tls12Nonce() {
        return Tls12Nonce.XOR_SEQUENCE;
    }

    /** Choice: RFC 9150 9 wants some limit and names none. Of HMAC nothing is known that would wear it out sooner. */
    @Override
    public final long recordLimit() {
        return 1L << 32;
    }

    @Override
    public final Sealer sealer(Secret key) {
        return new IntegritySealer(hmac(key));
    }

    @Override
    public final Opener opener(Secret key) {
        return new IntegrityOpener(hmac(key));
    }

    private JdkHmac hmac(Secret key) {
        if (key.length() != length) {
            throw new IllegalArgumentException("the key has " + key.length() + " bytes, not " + length);
        }
        return new JdkHmac(algorithm, key);
    }
}
