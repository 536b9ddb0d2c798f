package org.example.sha512t256;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/** HMAC (RFC 2104) with SHA-512/256. */
@AutoService(Mac.class)
public final class HmacSha512t256 implements Mac {

    private static final String ALGORITHM = "HmacSHA512/256";

    @Override
    public String name() {
        return "HMAC_SHA512_256";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int length() {
        return 32;
    }

    @Override
    public int keyLength() {
        return 32;
    }

    @Override
    public int blockLength() {
        return 128;
    }

    @Override
    public int minimumPadding() {
        return 17;
    }

    @Override
    public Keyed keyed(Secret key) {
        // RFC 2104 2: short keys are filled up with zeros, and the JCA takes no key of no bytes.
        return new Hmac(key.with(bytes -> new SecretKeySpec(bytes.length == 0 ? new byte[1] : bytes, ALGORITHM)));
    }

    private static final class Hmac implements Keyed {

        private javax.crypto.Mac mac;

        Hmac(SecretKeySpec key) {
            try {
                mac = javax.crypto.Mac.getInstance(ALGORITHM);
                mac.init(key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the JDK has " + ALGORITHM, e);
            }
        }

        @Override
        public void update(byte[] in, int offset, int length) {
            open().update(in, offset, length);
        }

        @Override
        public void finish(byte[] out, int offset) {
            try {
                open().doFinal(out, offset);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("no room for 32 bytes", e);
            }
        }

        @Override
        public void close() {
            mac = null;
        }

        private javax.crypto.Mac open() {
            if (mac == null) throw new IllegalStateException("this MAC is closed");
            return mac;
        }
    }
}
