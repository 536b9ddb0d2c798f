package dev.dovetail.tls.handshake.testparts;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/**
 * The JDK's HMACs.
 *
 * @param name the suites' name
 * @param algorithm the JDK's name
 * @param length bytes of a result
 * @param blockLength of the hash inside
 */
public record JdkMac(String name, String algorithm, int length, int blockLength) implements Mac {

    public static JdkMac sha1() {
        return new JdkMac("HMAC_SHA1", "HmacSHA1", 20, 64);
    }

    public static JdkMac sha384() {
        return new JdkMac("HMAC_SHA384", "HmacSHA384", 48, 128);
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public int keyLength() {
        return length;
    }

    @Override
    public int minimumPadding() {
        return blockLength / 8 + 1;
    }

    @Override
    public Keyed keyed(Secret key) {
        javax.crypto.Mac mac;
        try {
            mac = javax.crypto.Mac.getInstance(algorithm);
            mac.init(key.with(bytes -> new SecretKeySpec(bytes, algorithm)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Keyed() {
            @Override
            public void update(byte[] in, int offset, int length) {
                mac.update(in, offset, length);
            }

            @Override
            public void finish(byte[] out, int offset) {
                byte[] result = mac.doFinal();
                System.arraycopy(result, 0, out, offset, result.length);
            }

            @Override
            public void close() {}
        };
    }
}
