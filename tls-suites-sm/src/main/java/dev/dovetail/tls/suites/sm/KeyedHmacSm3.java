package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** HMAC with one key, which BouncyCastle keeps as the hash's state behind the padded key. */
final class KeyedHmacSm3 implements Mac.Keyed {

    private @Nullable HMac mac;

    /** Copies the secret, which stays the caller's. */
    KeyedHmacSm3(Secret secret) {
        HMac fresh = new HMac(new SM3Digest());
        KeyParameter key = secret.with(KeyParameter::new);
        fresh.init(key);
        // getKey lends the array itself, which is the only way to wipe it.
        Arrays.fill(key.getKey(), (byte) 0);
        mac = fresh;
    }

    @Override
    public void update(byte[] in, int offset, int length) {
        open().update(in, offset, length);
    }

    @Override
    public void finish(byte[] out, int offset) {
        Objects.checkFromIndexSize(offset, Sm3.LENGTH, out.length);
        open().doFinal(out, offset);
    }

    /** A key of zeros overwrites what was made of the last one. */
    @Override
    public void close() {
        HMac last = mac;
        if (last == null) return;
        mac = null;
        last.init(new KeyParameter(new byte[1]));
    }

    private HMac open() {
        HMac ready = mac;
        if (ready == null) throw new IllegalStateException("this MAC is closed");
        return ready;
    }
}
