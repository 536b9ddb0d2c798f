package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's HMACs. */
record JdkMac(String name, String algorithm, int length, int blockLength, int minimumPadding) implements Mac {

    static JdkMac sha1() {
        return new JdkMac("HMAC_SHA1", "HmacSHA1", 20, 64, 9);
    }

    static JdkMac sha256() {
        return new JdkMac("HMAC_SHA256", "HmacSHA256", 32, 64, 9);
    }

    static JdkMac sha384() {
        return new JdkMac("HMAC_SHA384", "HmacSHA384", 48, 128, 17);
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
