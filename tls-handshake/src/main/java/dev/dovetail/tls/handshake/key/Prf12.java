package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The pseudorandom function of TLS 1.2 (RFC 5246 5). */
public final class Prf12 {

    private final HashAlgorithm hash;

    /**
     * The PRF with a hash.
     *
     * @param hash the suite's
     */
    public Prf12(HashAlgorithm hash) {
        this.hash = hash;
    }

    /**
     * PRF(secret, label, seed).
     *
     * @param secret the key
     * @param label ASCII
     * @param seed the rest of the input
     * @param length bytes wanted
     * @return the caller closes it
     */
    public Secret derive(Secret secret, String label, byte[] seed, int length) {
        byte[] name = label.getBytes(StandardCharsets.US_ASCII);
        byte[] labelAndSeed = Arrays.copyOf(name, name.length + seed.length);
        System.arraycopy(seed, 0, labelAndSeed, name.length, seed.length);
        int step = hash.hmac().length();
        return hash.hmac().with(secret, keyed -> expand(keyed, labelAndSeed, length, step));
    }

    /** P_hash: each A(i) is the MAC of the one before, each block the MAC of A(i) and the seed. */
    private static Secret expand(Mac.Keyed keyed, byte[] labelAndSeed, int length, int step) {
        byte[] result = new byte[length];
        byte[] a = new byte[step];
        byte[] block = new byte[step];
        boolean whole = false;
        try {
            keyed.update(labelAndSeed, 0, labelAndSeed.length);
            keyed.finish(a, 0);
            for (int done = 0; done < length; done += step) {
                keyed.update(a, 0, step);
                keyed.update(labelAndSeed, 0, labelAndSeed.length);
                keyed.finish(block, 0);
                System.arraycopy(block, 0, result, done, Math.min(step, length - done));
                // The next A(i) is half the work of a block: not behind the last one.
                if (done + step >= length) break;
                keyed.update(a, 0, step);
                keyed.finish(a, 0);
            }
            whole = true;
            return Secret.of(result);
        } finally {
            Arrays.fill(a, (byte) 0);
            Arrays.fill(block, (byte) 0);
            if (!whole) Arrays.fill(result, (byte) 0);
        }
    }
}
