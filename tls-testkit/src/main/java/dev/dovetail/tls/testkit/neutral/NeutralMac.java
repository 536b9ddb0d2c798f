package dev.dovetail.tls.testkit.neutral;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The JDK's HMAC-SHA256 under another name. */
public final class NeutralMac implements Mac {

    private static final String ALGORITHM = "HmacSHA256";

    /** For the kit. */
    public NeutralMac() {}

    @Override
    public String name() {
        return "KIT_MAC";
    }

    @Override
    public String implementation() {
        return "testkit";
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
        return 64;
    }

    @Override
    public int minimumPadding() {
        return 9;
    }

    @Override
    public Keyed keyed(Secret key) {
        return new Hmac(key);
    }

    private static final class Hmac implements Keyed {

        private javax.crypto.@Nullable Mac mac;

        Hmac(Secret key) {
            try {
                javax.crypto.Mac fresh = javax.crypto.Mac.getInstance(ALGORITHM);
                // RFC 2104 2: short keys are filled up with zeros, so that one zero is the key of no bytes.
                fresh.init(key.with(bytes -> new SecretKeySpec(bytes.length == 0 ? new byte[1] : bytes, ALGORITHM)));
                mac = fresh;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HMAC-SHA256", e);
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
